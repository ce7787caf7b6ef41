"""What the drug table says of its drugs, in Spanish: why a family, and where a figure is from."""

from collections.abc import Mapping

_ANTIBODY = "anticuerpo monoclonal"
_INSIDE = "dentro de la sección HCPCS J9000-J9999: nunca complejo solo por su código, los pagadores difieren"
_UNTIL = "terapéutico hasta que se fije la norma del pagador"
_INFERRED = "ninguna lista nacional, deducido de la clase del fármaco"
BASES: Mapping[str, str] = {
    "anti-infective": "antiinfeccioso",
    "antibody-drug conjugate: HCPCS section J9000-J9999": (
        "conjugado de anticuerpo y fármaco: sección HCPCS J9000-J9999"
    ),
    "anticoagulant or heart drug": "anticoagulante o fármaco cardíaco",
    "antineoplastic antibody outside HCPCS section J9000-J9999: no list names it, inferred to vary by payer; "
    "therapeutic until the policy is set": (
        "anticuerpo antineoplásico fuera de la sección HCPCS J9000-J9999: ninguna lista lo nombra, se deduce "
        "que varía por pagador; terapéutico hasta que se fije la norma"
    ),
    "antineoplastic antibody-drug conjugate: HCPCS section J9000-J9999": (
        "conjugado antineoplásico de anticuerpo y fármaco: sección HCPCS J9000-J9999"
    ),
    "antineoplastic monoclonal antibody outside HCPCS section J9000-J9999: inferred from the drug class": (
        f"{_ANTIBODY} antineoplásico fuera de la sección HCPCS J9000-J9999: deducido de la clase del fármaco"
    ),
    "antineoplastic monoclonal antibody: HCPCS section J9000-J9999": (
        f"{_ANTIBODY} antineoplásico: sección HCPCS J9000-J9999"
    ),
    "antineoplastic monoclonal antibody: listed as such outside HCPCS section J9000-J9999": (
        f"{_ANTIBODY} antineoplásico: listado así fuera de la sección HCPCS J9000-J9999"
    ),
    "antineoplastic monoclonal antibody; therapeutic for some payers when not given for cancer": (
        f"{_ANTIBODY} antineoplásico; terapéutico para algunos pagadores si no se da contra el cáncer"
    ),
    "antineoplastic outside HCPCS section J9000-J9999: inferred from the drug class": (
        "antineoplásico fuera de la sección HCPCS J9000-J9999: deducido de la clase del fármaco"
    ),
    "antineoplastic: HCPCS section J9000-J9999": "antineoplásico: sección HCPCS J9000-J9999",
    "antineoplastic: listed as such outside HCPCS section J9000-J9999": (
        "antineoplásico: listado así fuera de la sección HCPCS J9000-J9999"
    ),
    "biologic not for cancer inside HCPCS section J9000-J9999: never complex by its code alone, payers differ": (
        f"biológico no contra el cáncer {_INSIDE}"
    ),
    "biologic: no national list, inferred from the drug class; therapeutic until the policy of the payer is set": (
        f"biológico: {_INFERRED}; {_UNTIL}"
    ),
    "bone agent": "agente óseo",
    "corticosteroid": "corticosteroide",
    "diagnostic agent": "agente diagnóstico",
    "diagnostic agent; part of an imaging procedure when given for one": (
        "agente diagnóstico; parte de un estudio de imagen cuando se da para uno"
    ),
    "electrolyte or mineral to correct a deficit": "electrolito o mineral para corregir un déficit",
    "fluid for volume; as carrier or keep-open it is never charged": (
        "líquido para volumen; como portador o para mantener vía nunca se cobra"
    ),
    "for early puberty; a hormonal antineoplastic only if given for cancer: depends on the diagnosis": (
        "para pubertad precoz; hormonal contra el cáncer solo si se da contra él: depende del diagnóstico"
    ),
    "growth factor": "factor de crecimiento",
    "hormonal antineoplastic": "hormonal contra el cáncer",
    "hormonal antineoplastic when given for cancer: depends on the diagnosis": (
        "hormonal contra el cáncer cuando se da contra él: depende del diagnóstico"
    ),
    "hormone": "hormona",
    "hormone; some payers take it as a hormonal antineoplastic when given for a tumour: inferred": (
        "hormona; algunos pagadores la toman como hormonal contra el cáncer si se da por un tumor: deducido"
    ),
    "immune globulin": "inmunoglobulina",
    "immune globulin: listed as therapeutic, payers may differ": (
        "inmunoglobulina: listada como terapéutica, los pagadores pueden diferir"
    ),
    "immunosuppressant": "inmunosupresor",
    "monoclonal antibody not for cancer inside HCPCS section J9000-J9999: never complex by its code alone, payers "
    "differ": f"{_ANTIBODY} no contra el cáncer {_INSIDE}",
    "monoclonal antibody: no national list, inferred from the drug class; therapeutic until the policy of the "
    "payer is set": f"{_ANTIBODY}: {_INFERRED}; {_UNTIL}",
    "monoclonal antibody: some payers take it as complex, some as therapeutic": (
        f"{_ANTIBODY}: unos pagadores lo toman como complejo, otros como terapéutico"
    ),
    "neither antineoplastic nor biologic response modifier": (
        "ni antineoplásico ni modificador de la respuesta biológica"
    ),
    "not an antineoplastic inside HCPCS section J9000-J9999: never complex by its code alone": (
        "no antineoplásico dentro de la sección HCPCS J9000-J9999: nunca complejo solo por su código"
    ),
    "premixed maintenance electrolytes for volume": "electrolitos de mantenimiento premezclados para volumen",
    "one large payer excludes it from the complex codes; guides differ": (
        "un gran pagador lo excluye de los códigos complejos; las guías difieren"
    ),
    "parenteral iron": "hierro parenteral",
    "supportive drug": "fármaco de apoyo",
}
SOURCES: Mapping[str, str] = {
    "unit": "unidad",
    "status": "estado",
    "from": "desde",
    "to": "hasta",
    "first quarter in": "primer trimestre en",
    "last quarter in": "último trimestre en",
    "HCPCS file": "archivo HCPCS",
    "HCPCS list": "lista HCPCS",
    "HCPCS short description": "descripción corta HCPCS",
}
"""What the parts of a source are called; the names of the publications stay."""


def spanish_basis(text: str) -> str:
    """Why the table gives a drug its family; what is not known stays in English."""
    return BASES.get(text, text)


def spanish_source(text: str) -> str:
    """`unidad ASP 2025 Q4; estado OPPS Addendum B 2026 Q2; desde archivo HCPCS 2024 Q3`."""
    return "; ".join(_part(part) for part in text.split("; "))


def _part(part: str) -> str:
    kind, _, rest = part.partition(" ")
    for own, spanish in SOURCES.items():
        rest = rest.replace(own, spanish) if " " in own else rest
    return f"{SOURCES.get(kind, kind)} {rest}".strip()
