"""The key of an encrypted log, made from a passphrase as SQLCipher itself makes it."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata

from mindful.log.sealed import SALT

_BYTES = 32
_ROUNDS = 256_000
"""SQLCipher 4's own number, https://www.zetetic.net/sqlcipher/design/ ("Key Derivation")."""


class Key:
    """A key with the salt of the file it belongs to. It never shows itself in words.

    Args:
        material: 32 bytes.
        salt: 16 bytes.
    """

    def __init__(self, material: bytes, salt: bytes) -> None:
        self._material = bytearray(material)
        self.salt = salt

    @classmethod
    def derived(cls, passphrase: str, salt: bytes) -> Key:
        """The key of a passphrase: PBKDF2 with SHA-512, as SQLCipher 4 does it.

        Any program that knows SQLCipher therefore opens the file with the passphrase, and we
        derive once instead of at every connection. It takes about half a second.

        Args:
            passphrase: as typed. Accents typed in one piece or in two are the same.
            salt: the file's own.
        """
        words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
        return cls(hashlib.pbkdf2_hmac("sha512", words, salt, _ROUNDS, _BYTES), salt)

    @classmethod
    def from_text(cls, text: str) -> Key | None:
        """The key that `to_text` wrote; None when it is something else."""
        try:
            both = bytes.fromhex(text)
        except ValueError:
            return None
        return cls(both[:_BYTES], both[_BYTES:]) if len(both) == _BYTES + SALT else None

    def to_text(self) -> str:
        """Key and salt, for the keyring of the operating system alone."""
        return (self._material + self.salt).hex()

    def literal(self) -> str:
        """Key and salt as SQLCipher reads them, without deriving anything anew."""
        return f"x'{self.to_text()}'"

    def is_same(self, other: Key) -> bool:
        """Whether both open the same file."""
        return self.salt == other.salt and hmac.compare_digest(self._material, other._material)

    def forget(self) -> None:
        """Overwrite it in memory. Python may have copied it before; SQLCipher wipes its own."""
        self._material[:] = bytes(_BYTES)

    def __repr__(self) -> str:
        return "Key()"
