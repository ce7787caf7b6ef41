"""The suite's keys: made once, wrapped by passphrase, recovery key and keyring; any one of them opens.

`keys.json` beside the database holds the wraps. It is replaced whole or not at all, and nothing here ever makes
or deletes a database, so a wrap that fails costs nothing but itself.
"""

import base64
import json
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from nursedesk.store.errors import Damaged, DiskRefused, NoSuite, SuiteExists, WrongKey, why_refused
from nursedesk.store.places import key_path, write_private
from nursedesk.store.recovery import new_recovery_key, recovery_secret

SCHEMA = "nursedesk.keys/1"
SERVICE = "NurseDesk"
_ARGON2 = {"time": 3, "memory_kib": 65536, "lanes": 4}


@dataclass(frozen=True, slots=True)
class Keys:
    """The two random 32-byte secrets of a suite; every other key is derived. Never shown in a repr."""

    master: bytes = field(repr=False)
    signing: bytes = field(repr=False)

    def database(self) -> bytes:
        """The raw key of the database."""
        return _derive(self.master, b"database")

    def mac(self) -> bytes:
        """The key of the ledger's MACs."""
        return _derive(self.master, b"ledger mac")

    def pepper(self) -> bytes:
        """The key mixed into passwords and PINs before they are hashed."""
        return _derive(self.master, b"pepper")

    def journal(self) -> bytes:
        """The key of the emergency journal."""
        return _derive(self.master, b"emergency journal")

    def signer(self) -> Ed25519PrivateKey:
        """The key checkpoints are signed with."""
        return Ed25519PrivateKey.from_private_bytes(self.signing)


@dataclass(frozen=True, slots=True)
class Wrap:
    """The keys sealed by one secret; `how` says what turns that secret into a sealing key."""

    kind: str
    how: dict[str, Any]
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What `keys.json` says: the suite's id and its wraps, one of a kind."""

    suite: str
    wraps: tuple[Wrap, ...]

    def wrap(self, kind: str) -> Wrap | None:
        """The wrap of a kind, if there is one."""
        return next((wrap for wrap in self.wraps if wrap.kind == kind), None)


def new_keys() -> Keys:
    """Fresh random keys for a new suite."""
    return Keys(secrets.token_bytes(32), secrets.token_bytes(32))


def create_key_file(folder: Path, keys: Keys, passphrase: str) -> str:
    """Write a new `keys.json` with a passphrase and a recovery key, and return the recovery key to print once."""
    path = key_path(folder)
    if path.exists():
        raise SuiteExists(
            "The data folder already has keys: nothing was changed; open the record that is there, or choose an "
            "empty folder."
        )
    empty = KeyFile(secrets.token_hex(16), ())
    recovery = new_recovery_key()
    filled = _with(empty, _passphrase_wrap(empty.suite, keys, passphrase))
    _save(folder, _with(filled, _recovery_wrap(empty.suite, keys, recovery)))
    return recovery


def open_with_passphrase(folder: Path, passphrase: str) -> Keys:
    """The keys by passphrase (about 0.1 s); WrongKey when it is not the one."""
    return _open(folder, "passphrase", lambda wrap: _stretch(passphrase, wrap.how), "passphrase")


def open_with_recovery(folder: Path, typed: str) -> Keys:
    """The keys by the printed recovery key, however it was typed; WrongKey names the group with a slip."""
    secret = recovery_secret(typed)
    return _open(folder, "recovery", lambda wrap: _recovery_sealer(secret, wrap.how), "recovery key")


def open_with_keyring(folder: Path) -> Keys | None:
    """The keys by the system's keyring, or None when it has no entry, is locked or does not exist."""
    kept = load(folder)
    wrap = kept.wrap("keyring")
    entry = None if wrap is None else _keyring_get(kept.suite)
    if wrap is None or entry is None:
        return None
    try:
        return _unseal(kept.suite, wrap, bytes.fromhex(entry))
    except (InvalidTag, ValueError):
        return None


def change_passphrase(folder: Path, keys: Keys, passphrase: str) -> None:
    """Put a new passphrase in the old one's place."""
    kept = load(folder)
    _save(folder, _with(kept, _passphrase_wrap(kept.suite, keys, passphrase)))


def change_recovery_key(folder: Path, keys: Keys) -> str:
    """Put a new recovery key in the old one's place and return it to print once."""
    kept = load(folder)
    recovery = new_recovery_key()
    _save(folder, _with(kept, _recovery_wrap(kept.suite, keys, recovery)))
    return recovery


def remember_in_keyring(folder: Path, keys: Keys) -> bool:
    """Let the system's keyring open the record; False when this system has no keyring that keeps it."""
    kept = load(folder)
    sealer = secrets.token_bytes(32)
    if not _keyring_set(kept.suite, sealer.hex()) or _keyring_get(kept.suite) != sealer.hex():
        return False
    _save(folder, _with(kept, _seal(kept.suite, "keyring", {}, keys, sealer)))
    return True


def forget_keyring(folder: Path) -> None:
    """Stop the keyring from opening the record; the passphrase and the recovery key go on working."""
    kept = load(folder)
    _save(folder, replace(kept, wraps=tuple(wrap for wrap in kept.wraps if wrap.kind != "keyring")))
    _keyring_delete(kept.suite)


# --- the file --------------------------------------------------------------------------------------


def load(folder: Path) -> KeyFile:
    """Read `keys.json`; NoSuite when it is not there, Damaged when it cannot be read as one."""
    return load_file(key_path(folder))


def load_file(path: Path) -> KeyFile:
    """Read a file of keys wherever it lies, such as beside a backup; as `load`."""
    try:
        plain = json.loads(path.read_bytes())
        if plain["schema"] != SCHEMA:
            raise ValueError("another schema")
        wraps = tuple(
            Wrap(one["kind"], one["how"], bytes.fromhex(one["nonce"]), bytes.fromhex(one["sealed"]))
            for one in plain["wraps"]
        )
        return KeyFile(str(plain["suite"]), wraps)
    except FileNotFoundError:
        raise NoSuite(
            f"There is no record in {path.parent}: set up a suite, or choose the folder that has it."
        ) from None
    except OSError as error:
        raise DiskRefused(
            f"The file of keys cannot be read ({why_refused(error)}): nothing was changed."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise Damaged(
            "The file of keys (keys.json) is damaged: the record itself is untouched; put back a copy of "
            "keys.json from a backup."
        ) from error


def _save(folder: Path, kept: KeyFile) -> None:
    plain = {
        "schema": SCHEMA,
        "suite": kept.suite,
        "wraps": [
            {"kind": wrap.kind, "how": wrap.how, "nonce": wrap.nonce.hex(), "sealed": wrap.sealed.hex()}
            for wrap in kept.wraps
        ],
    }
    try:
        write_private(key_path(folder), json.dumps(plain, indent=1).encode())
    except OSError as error:
        raise DiskRefused(
            f"The file of keys cannot be written ({why_refused(error)}): the old one is unchanged and still "
            "opens the record."
        ) from error


def _with(kept: KeyFile, wrap: Wrap) -> KeyFile:
    return replace(kept, wraps=(*(one for one in kept.wraps if one.kind != wrap.kind), wrap))


# --- sealing ---------------------------------------------------------------------------------------


def _open(folder: Path, kind: str, sealer: Callable[[Wrap], bytes], words: str) -> Keys:
    kept = load(folder)
    wrap = kept.wrap(kind)
    if wrap is None:
        raise WrongKey(f"This record has no {words}: nothing was changed; open it another way.")
    try:
        return _unseal(kept.suite, wrap, sealer(wrap))
    except InvalidTag:
        raise WrongKey(f"This {words} does not open the record: nothing was changed; try again.") from None


def _seal(suite: str, kind: str, how: dict[str, Any], keys: Keys, sealer: bytes) -> Wrap:
    nonce = secrets.token_bytes(12)
    sealed = AESGCM(sealer).encrypt(nonce, keys.master + keys.signing, _bound_to(suite, kind))
    return Wrap(kind, how, nonce, sealed)


def _unseal(suite: str, wrap: Wrap, sealer: bytes) -> Keys:
    plain = AESGCM(sealer).decrypt(wrap.nonce, wrap.sealed, _bound_to(suite, wrap.kind))
    return Keys(plain[:32], plain[32:])


def _bound_to(suite: str, kind: str) -> bytes:
    return f"{SCHEMA}:{suite}:{kind}".encode()


def _passphrase_wrap(suite: str, keys: Keys, passphrase: str) -> Wrap:
    how: dict[str, Any] = {"salt": base64.b64encode(secrets.token_bytes(16)).decode(), **_ARGON2}
    return _seal(suite, "passphrase", how, keys, _stretch(passphrase, how))


def _recovery_wrap(suite: str, keys: Keys, recovery: str) -> Wrap:
    how = {"salt": base64.b64encode(secrets.token_bytes(16)).decode()}
    return _seal(suite, "recovery", how, keys, _recovery_sealer(recovery_secret(recovery), how))


def _stretch(passphrase: str, how: dict[str, Any]) -> bytes:
    # NFKC, so that the same keys pressed on another system's keyboard give the same passphrase.
    return hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass"),
        base64.b64decode(how["salt"]),
        time_cost=how["time"],
        memory_cost=how["memory_kib"],
        parallelism=how["lanes"],
        hash_len=32,
        type=Type.ID,
    )


def _recovery_sealer(secret: bytes, how: dict[str, Any]) -> bytes:
    # 140 random bits need no slow hash.
    return HKDF(SHA256(), 32, base64.b64decode(how["salt"]), b"nursedesk recovery").derive(secret)


def _derive(master: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), 32, None, b"nursedesk " + purpose).derive(master)


# --- the keyring -----------------------------------------------------------------------------------


def keyring_name() -> str | None:
    """What keeps secrets on this system, or None where nothing does."""
    import keyring
    from keyring.errors import KeyringError

    try:
        found = keyring.get_keyring()
        return str(found.name) if found.priority > 0 else None
    except (KeyringError, RuntimeError, AttributeError):
        return None


def _keyring_get(suite: str) -> str | None:
    import keyring

    try:
        return keyring.get_password(SERVICE, suite)
    except Exception:  # backends raise what they like; without one there is only no keyring
        return None


def _keyring_set(suite: str, entry: str) -> bool:
    import keyring

    try:
        keyring.set_password(SERVICE, suite, entry)
    except Exception:
        return False
    return True


def _keyring_delete(suite: str) -> None:
    import contextlib

    import keyring

    with contextlib.suppress(Exception):
        keyring.delete_password(SERVICE, suite)
