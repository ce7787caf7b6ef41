"""Any one of passphrase, recovery key and keyring opens the record; a wrap that fails costs nothing."""

import os
import stat
from pathlib import Path

import keyring
import keyring.backend
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.store import keys as key_module
from nursedesk.store.errors import Damaged, DiskRefused, NoSuite, SuiteExists, WrongKey
from nursedesk.store.keys import (
    Keys,
    change_passphrase,
    change_recovery_key,
    create_key_file,
    forget_keyring,
    load,
    new_keys,
    open_with_keyring,
    open_with_passphrase,
    open_with_recovery,
    remember_in_keyring,
)
from nursedesk.store.places import key_path
from nursedesk.store.recovery import new_recovery_key, recovery_secret

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The slow hash made light: its cost is not what is tested here."""
    monkeypatch.setattr(key_module, "_ARGON2", {"time": 1, "memory_kib": 64, "lanes": 1})


class Ring(keyring.backend.KeyringBackend):
    """A keyring that keeps its entries in memory."""

    priority = 1  # type: ignore[assignment] keyring declares a property here

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}
        self.forgetful = False

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if not self.forgetful:
            self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    ring = Ring()
    for name in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(keyring, name, getattr(ring, name))
    return ring


def test_each_wrap_opens_the_same_keys(tmp_path: Path, ring: Ring) -> None:
    keys = new_keys()
    recovery = create_key_file(tmp_path, keys, "a passphrase")
    assert remember_in_keyring(tmp_path, keys)
    assert open_with_passphrase(tmp_path, "a passphrase") == keys
    assert open_with_recovery(tmp_path, recovery) == keys
    assert open_with_keyring(tmp_path) == keys


def test_derived_keys_are_all_different(tmp_path: Path) -> None:
    keys = new_keys()
    derived = {keys.master, keys.signing, keys.database(), keys.mac(), keys.pepper()}
    assert len(derived) == 5
    assert {len(key) for key in derived} == {32}


def test_keys_do_not_show_themselves() -> None:
    keys = Keys(b"m" * 32, b"s" * 32)
    assert repr(keys) == "Keys()"


def test_a_wrong_passphrase_or_recovery_key_is_told(tmp_path: Path) -> None:
    create_key_file(tmp_path, new_keys(), "right")
    with pytest.raises(WrongKey, match="passphrase does not open"):
        open_with_passphrase(tmp_path, "wrong")
    with pytest.raises(WrongKey, match="recovery key does not open"):
        open_with_recovery(tmp_path, new_recovery_key())


def test_the_same_passphrase_typed_on_another_system_opens(tmp_path: Path) -> None:
    keys = new_keys()
    create_key_file(tmp_path, keys, "caf\N{LATIN SMALL LETTER E WITH ACUTE}")
    assert open_with_passphrase(tmp_path, "cafe\N{COMBINING ACUTE ACCENT}") == keys


def test_changed_secrets_take_the_place_of_the_old(tmp_path: Path) -> None:
    keys = new_keys()
    first = create_key_file(tmp_path, keys, "old")
    change_passphrase(tmp_path, keys, "new")
    second = change_recovery_key(tmp_path, keys)
    assert open_with_passphrase(tmp_path, "new") == keys
    assert open_with_recovery(tmp_path, second) == keys
    with pytest.raises(WrongKey):
        open_with_passphrase(tmp_path, "old")
    with pytest.raises(WrongKey):
        open_with_recovery(tmp_path, first)


def test_without_a_keyring_the_passphrase_goes_on_working(tmp_path: Path) -> None:
    """The tests' keyring backend is the one that fails."""
    keys = new_keys()
    create_key_file(tmp_path, keys, "right")
    assert not remember_in_keyring(tmp_path, keys)
    assert open_with_keyring(tmp_path) is None
    assert open_with_passphrase(tmp_path, "right") == keys


def test_a_keyring_that_forgets_is_not_relied_on(tmp_path: Path, ring: Ring) -> None:
    keys = new_keys()
    create_key_file(tmp_path, keys, "right")
    ring.forgetful = True
    assert not remember_in_keyring(tmp_path, keys)
    assert load(tmp_path).wrap("keyring") is None


@pytest.mark.parametrize("entry", ["", "not hex", "00" * 32, "00" * 5])
def test_a_spoilt_keyring_entry_opens_nothing_and_breaks_nothing(tmp_path: Path, ring: Ring, entry: str) -> None:
    keys = new_keys()
    create_key_file(tmp_path, keys, "right")
    remember_in_keyring(tmp_path, keys)
    ring.entries = dict.fromkeys(ring.entries, entry)
    assert open_with_keyring(tmp_path) is None
    forget_keyring(tmp_path)
    assert ring.entries == {}
    assert open_with_passphrase(tmp_path, "right") == keys


def test_existing_keys_are_never_replaced_by_new_ones(tmp_path: Path) -> None:
    create_key_file(tmp_path, new_keys(), "right")
    before = key_path(tmp_path).read_bytes()
    with pytest.raises(SuiteExists, match="nothing was changed"):
        create_key_file(tmp_path, new_keys(), "other")
    assert key_path(tmp_path).read_bytes() == before


def test_a_wrap_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = new_keys()
    create_key_file(tmp_path, keys, "right")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(DiskRefused, match="old one is unchanged"):
        patch.setattr(os, "fsync", full)
        change_passphrase(tmp_path, keys, "new")
    assert open_with_passphrase(tmp_path, "right") == keys
    assert [path.name for path in tmp_path.iterdir()] == ["keys.json"]


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"\xff\xfe", b'{"schema": "nursedesk.keys/1", "wraps": [{}]}', b"[]"]
)
def test_a_damaged_key_file_is_told_and_kept(tmp_path: Path, content: bytes) -> None:
    key_path(tmp_path).write_bytes(content)
    with pytest.raises(Damaged, match=r"keys\.json"):
        open_with_passphrase(tmp_path, "right")
    assert key_path(tmp_path).read_bytes() == content


def test_no_key_file_is_no_suite(tmp_path: Path) -> None:
    with pytest.raises(NoSuite):
        open_with_passphrase(tmp_path, "right")


def test_a_wrap_moved_to_another_suite_opens_nothing(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    create_key_file(one, new_keys(), "right")
    create_key_file(other, new_keys(), "right")
    suite = load(other).suite
    key_path(one).write_text(key_path(one).read_text().replace(load(one).suite, suite))
    with pytest.raises(WrongKey):
        open_with_passphrase(one, "right")


def test_the_key_file_is_its_owners_alone_and_holds_no_key(tmp_path: Path) -> None:
    keys = new_keys()
    recovery = create_key_file(tmp_path, keys, "right")
    text = key_path(tmp_path).read_text()
    assert stat.S_IMODE(key_path(tmp_path).stat().st_mode) == 0o600
    for secret in (keys.master.hex(), keys.signing.hex(), recovery, "right"):
        assert secret not in text


# --- the recovery key as people type it ------------------------------------------------------------


@given(st.integers(0, 40), st.sampled_from(SIGNS))
def test_every_single_slip_names_its_group(place: int, sign: str) -> None:
    key = new_recovery_key()
    if key[place] == "-" or key[place] == sign:
        return
    with pytest.raises(WrongKey, match=f"Group {place // 6 + 1} "):
        recovery_secret(key[:place] + sign + key[place + 1 :])


@given(st.integers(0, 39))
def test_swapped_neighbours_are_seen(place: int) -> None:
    key = new_recovery_key()
    swapped = key[:place] + key[place + 1] + key[place] + key[place + 2 :]
    if swapped.replace("-", "") == key.replace("-", ""):
        assert recovery_secret(swapped) == recovery_secret(key)
        return
    with pytest.raises(WrongKey, match="Group"):
        recovery_secret(swapped)


@given(st.permutations(range(7)))
def test_swapped_groups_are_seen(order: list[int]) -> None:
    key = new_recovery_key()
    groups = key.split("-")
    moved = "-".join(groups[place] for place in order)
    if moved == key:
        return
    with pytest.raises(WrongKey, match="Group"):
        recovery_secret(moved)


def test_case_spaces_hyphens_and_lookalikes_do_not_matter() -> None:
    key = new_recovery_key()
    typed = key.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert recovery_secret(f" {typed}\n") == recovery_secret(key)
    assert recovery_secret(key.replace("-", "").replace("1", "I")) == recovery_secret(key)


@pytest.mark.parametrize("typed", ["", "ABCDE", "U" * 35, "é" * 35, "0" * 36])
def test_what_is_no_key_is_told(typed: str) -> None:
    with pytest.raises(WrongKey, match="nothing was changed"):
        recovery_secret(typed)
