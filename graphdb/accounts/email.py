"""E-mail addresses in the one form in which they are kept, compared and written to."""

from email_validator import EmailNotValidError, validate_email

from graphdb.accounts.errors import BadEmailError

LONGEST = 254
"""RFC 5321."""


def normal_email(text: str) -> str:
    """Return an address in lower case, its domain as IDNA writes it (`xn--…`); raises `BadEmailError`.

    What comes out is at once the key of an account and the address that mail goes to, so that no two spellings can make
    the mail of one go to another. Letters beyond ASCII before the @ are refused: they look like others.
    """
    if len(text) > 2 * LONGEST:
        raise BadEmailError(f"An e-mail address has {LONGEST} characters at most.")
    try:
        valid = validate_email(
            text.strip(" "),
            check_deliverability=False,
            allow_smtputf8=False,
            allow_domain_literal=False,
            strict=True,
        )
    except EmailNotValidError as error:
        raise BadEmailError("This is no e-mail address that mail can be sent to.", str(error)) from None
    address = f"{valid.local_part}@{valid.ascii_domain}".lower()
    if len(address) > LONGEST:
        raise BadEmailError(f"An e-mail address has {LONGEST} characters at most.")
    return address
