"""Short plain labels of our own for the codes on a ticket, in Spanish."""

import re
from collections.abc import Mapping

ADMINISTRATION: Mapping[str, str] = {
    "Hydration, first hour": "Hidratación, primera hora",
    "Hydration, each further hour": "Hidratación, cada hora más",
    "IV infusion, first hour": "Infusión IV, primera hora",
    "IV infusion, each further hour": "Infusión IV, cada hora más",
    "IV infusion of a further drug, first hour": "Infusión IV de otro fármaco, primera hora",
    "Concurrent infusion, once a visit": "Infusión concurrente, una por visita",
    "Infusion under the skin, first hour": "Infusión bajo la piel, primera hora",
    "Infusion under the skin, each further hour": "Infusión bajo la piel, cada hora más",
    "Further pump set-up at a new site": "Otra preparación de bomba, sitio nuevo",
    "Injection under the skin or into muscle": "Inyección bajo la piel o en músculo",
    "IV push, first of the visit": "Bolo IV, primero de la visita",
    "IV push of a further drug": "Bolo IV de otro fármaco",
    "IV push of the same drug again": "Bolo IV del mismo fármaco otra vez",
    "On-body injector put on": "Inyector corporal colocado",
    "Injection of a complex drug": "Inyección de fármaco complejo",
    "Injection of a hormonal cancer drug": "Inyección hormonal contra el cáncer",
    "Complex push, first of the visit": "Bolo complejo, primero de la visita",
    "Complex push of a further drug": "Bolo complejo de otro fármaco",
    "Complex infusion, first hour": "Infusión compleja, primera hora",
    "Complex infusion, each further hour": "Infusión compleja, cada hora más",
    "Complex drug by pump, start of a long infusion": "Fármaco complejo por bomba, inicio de infusión larga",
    "Complex infusion of a further drug, first hour": "Infusión compleja de otro fármaco, primera hora",
    "Port flush, nothing else given": "Lavado de puerto, nada más administrado",
    "Drug by pump, start of a long infusion": "Fármaco por bomba, inicio de infusión larga",
    "Pump supplied by the clinic, started here": "Bomba de la clínica, iniciada aquí",
    "Clinic visit": "Visita a la clínica",
    "Visit with a provider": "Visita con un profesional",
    "Drug administration, inpatient": "Administración de fármaco, hospitalizado",
    "Drug or supply": "Fármaco o material",
}
_PER = re.compile(r"(.+), per (.+)")


def spanish_label(label: str) -> str:
    """`Infusión IV, primera hora`; of a drug code `inFLIXimab, por 10 mg`; another label as it is."""
    known = ADMINISTRATION.get(label)
    if known is not None:
        return known
    drug = _PER.fullmatch(label)
    return f"{drug[1]}, por {spanish_unit(drug[2])}" if drug else label


def spanish_unit(amount: str) -> str:
    """An amount whose unit is a word: `5,000 unidades`."""
    return re.sub(r"\bunits\b", "unidades", amount).replace("thousand unidades", "mil unidades")
