"""The demo's made-up site, people and patients."""

from datetime import date

from nursedesk.desk.set_up import NewPerson
from nursedesk.desk.suite import Person, Role, SuiteFacts
from nursedesk.record.encounter import Patient, Setting
from nursedesk.record.events import PersonId

SECRETS = {"passphrase": "twelve quiet chairs", "password": "infusion day"}
"""The demo's passphrase, and everybody's password in it."""

FACTS = SuiteFacts(
    site="Elm Street Infusion Center",
    address="214 Elm Street, Fairview PA 16415",
    npi="1000000004",
    zone="America/New_York",
    setting=Setting.OUTPATIENT_FACILITY,
    chairs=tuple(str(number) for number in range(1, 13)),
)


def _person(name: str, words: str, credential: str, pin: str, *roles: Role) -> NewPerson:
    return NewPerson(Person(PersonId(name), words, credential, roles), SECRETS["password"], pin)


PEOPLE = (
    _person("jdoe", "Jordan Doe", "RN", "271946", Role.NURSE),
    _person("mruiz", "Maria Ruiz", "RN", "580314", Role.NURSE, Role.CHARGE_NURSE),
    _person("tadeyemi", "Tola Adeyemi", "RN", "394072", Role.NURSE),
    _person("admin", "Avery Stone", "", "618250", Role.ADMINISTRATOR),
    _person("billing", "Robin Park", "CPC", "907413", Role.BILLER),
)

DOE, RUIZ, ADEYEMI = (one.person for one in PEOPLE[:3])

KOWALSKI = Patient("KOWALSKI, Anna", "40 18 220", date(1990, 5, 14), "F")
MORENO = Patient("MORENO, Luisa", "40 20 113", date(1968, 3, 7), "F")
ROE = Patient("ROE, Jane", "40 21 877", date(1961, 2, 2), "F")
NGUYEN = Patient("NGUYEN, Linh", "40 11 906", date(1979, 8, 23), "F")
ABBOTT = Patient("ABBOTT, Grace", "40 09 348", date(1955, 12, 1), "F")
LEE = Patient("LEE, Kim", "40 19 302", date(1984, 9, 19), "F")
OKAFOR = Patient("OKAFOR, Daniel", "40 17 554", date(1975, 7, 30), "M")
HADDAD = Patient("HADDAD, Samira", "40 16 081", date(1957, 1, 21), "F")
BERG = Patient("BERG, Ingrid", "40 15 630", date(1949, 10, 11), "F")
PATEL = Patient("PATEL, Ravi", "40 23 019", date(1972, 6, 3), "M")
SCHMIDT = Patient("SCHMIDT, Otto", "40 22 045", date(1953, 12, 28), "M")
IVERSEN = Patient("IVERSEN, Maja", "40 12 767", date(1981, 4, 16), "F")
