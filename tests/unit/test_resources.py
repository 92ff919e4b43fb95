"""The folders templates and profiles are found, packaged or in a checkout."""

import pytest

from scheduler.resources import data_dir


@pytest.mark.parametrize("name", ["templates", "profiles"])
def test_the_shipped_folders_are_found(name: str) -> None:
    assert data_dir(name).is_dir()
    assert data_dir(name).name == name


def test_a_folder_that_is_not_shipped_is_an_error() -> None:
    with pytest.raises(FileNotFoundError, match="nonsense"):
        data_dir("nonsense")
