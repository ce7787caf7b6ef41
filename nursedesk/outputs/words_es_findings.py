"""What the coder found, in Spanish: the sentences of `words_findings`, and the words that go into them."""

from collections.abc import Mapping

from nursedesk.coding.keys import FindingCode

SENTENCES: Mapping[str, str] = {
    FindingCode.NOT_CODABLE: "{drug}: sin cargo; {missing}",
    FindingCode.STOP_BEFORE_START: "{drug}: el fin es anterior al inicio; sin cargo hasta corregirlo",
    FindingCode.SAME_DRUG_SELF_OVERLAP: "{drug}: dos infusiones suyas corren a la vez {minutes} min",
    FindingCode.OVER_24_HOURS: "{drug}: {minutes} minutos en marcha, más de un día",
    FindingCode.HOLD_MISSING_STOP: "{drug}: fin no registrado; sin cargo hasta que lo esté",
    FindingCode.ADD_ON_WITHOUT_PRIMARY: "{code} necesita uno de {primaries} en la misma hoja",
    FindingCode.MODIFIER_25_MISPLACED: "{code} no es código de visita: no lleva modificador {modifier}",
    FindingCode.INPATIENT_CPT: "{code} no corresponde a una estancia hospitalaria",
    FindingCode.UNDER_16_MINUTES: "{drug}: infusión de {minutes} min, menos de {from}; se cobra como bolo",
    FindingCode.HYDRATION_OVERLAPS_DRUG: (
        "{drug}: {minutes} min corrieron junto a {with} y no cuentan como hidratación"
    ),
    FindingCode.HYDRATION_UNDER_31_MINUTES: "hidratación de {minutes} min, menos de {from}; sin cargo",
    FindingCode.SAME_DRUG_SHORT_DOSE: "{drug} otra vez {minutes} min, no más de {over}; sin otro cargo",
    FindingCode.CONCURRENT_UNREPORTED: (
        "{drug}: {minutes} min junto a otro fármaco; se cobra una sola infusión así"
    ),
    FindingCode.CONCURRENT_CHEMOTHERAPY: (
        "{drug}: {shared} de {own} min compartidos con {with}; {net} solo: sin código"
    ),
    FindingCode.SAME_DRUG_PUSH_UNCODED: "{drug} en bolo otra vez; sin cargo: {reason}",
    FindingCode.SECOND_SC_INFUSION: "{drug}: {minutes} min bajo la piel continúan la primera infusión así",
    FindingCode.MISSING_STOP: "{drug}: fin no registrado; {minutes} min están cerrados y cuentan",
    FindingCode.CALCULATED_STOP: "{drug}: el fin se calculó por volumen y velocidad",
    FindingCode.TIE_BREAK_CHANGES_TICKET: (
        "inicial por {tie_break} es {drug}; si fuera {other}: {then} en vez de {now}"
    ),
    FindingCode.LONGER_THAN_ORDERED: (
        "{drug}: duró {minutes} min, indicados {ordered}; el motivo debe constar en el registro"
    ),
    FindingCode.MODIFIER_CONFLICT: "{code}: {reason}",
    FindingCode.MUE_EXCEEDED: "{code}: {units} unidades en un día, más de las {limit} que esperan los pagadores",
    FindingCode.NCCI_PAIR: "{beside} junto a {code} en un día: {reason}",
    FindingCode.NO_ORDER: "{drug}: indicación no registrada",
    FindingCode.NO_DOSE: "{drug}: dosis no registrada; sin línea de fármaco",
    FindingCode.NO_HCPCS: "{drug}: sin línea de fármaco; {reason}",
    FindingCode.CODE_ENDED: "{drug}: {code} terminó el {ended}{successor}",
    FindingCode.WASTE_MISSING: "{drug}: cantidad abierta no registrada, por eso ni JW ni JZ en {code}",
    FindingCode.WASTE_UNWITNESSED: "{drug}: lo desechado de {code} no tiene testigo",
    FindingCode.UNSPECIFIED_DIAGNOSIS: "el diagnóstico {code} es inespecífico; puede constar uno más exacto",
    FindingCode.INVALID_DIAGNOSIS: "diagnóstico {code}: {reason}",
    FindingCode.NO_DIAGNOSIS: "no hay diagnóstico registrado",
    FindingCode.ACCESS_NOT_CHARTED: "{drug}: {reason}",
    FindingCode.CHARTING_INCOMPLETE: "{drug}: falta registrar {missing}",
    FindingCode.CLOCK_SUSPECT: "horas de un reloj que pudo estar mal: {times}",
    FindingCode.LATE_ENTRY: "horas anotadas tarde o corregidas: {times}",
    FindingCode.ADD_ON_BOUNDARY: "{minutes} min, cerca de {boundary}, donde cambian las unidades",
    FindingCode.DIFFERS_FROM_CPT: "{code}: {units} por este perfil, {cpt_units} por las reglas (cpt)",
    FindingCode.FAMILY_PAYER_VARIABLE: "{drug}: los pagadores difieren; aquí es {family}",
    FindingCode.BUNDLED: "{drug}: registrado, sin cargo aparte; {reason}",
    FindingCode.CROSSES_MIDNIGHT: "{drug}: pasó la medianoche; lleva la fecha de su inicio",
    FindingCode.SECOND_INITIAL: (
        "{code}: un segundo servicio inicial, porque el acceso {access} es aparte ({reason})"
    ),
}

MISSING: Mapping[str, str] = {
    "segment": "no hay ninguna hora registrada",
    "start": "el inicio no está registrado",
    "real-time": "una hora es de las que ningún reloj marcó",
    "order": "no hay indicación",
    "facility": "esta bomba solo se cobra en un hospital",
    "visit-code": "no es un código de visita (E/M)",
}
CHARTED: Mapping[str, str] = {
    "family": "qué tipo de fármaco es (terapéutico, quimioterapia …)",
    "order": "indicación",
    "dose": "dosis",
    "access": "acceso",
    "site": "lugar del acceso",
    "volume": "diluyente y volumen",
    "rate": "velocidad",
    "stop": "fin",
    "waste": "cantidad abierta",
    "response": "respuesta",
    "opened": "todo lo abierto (es menos que la dosis)",
    "lot": "lote",
    "ndc": "NDC",
    "nurse": "quién lo administró",
}
REASONS: Mapping[str, Mapping[str, str]] = {
    FindingCode.SAME_DRUG_PUSH_UNCODED: {
        "office": "un consultorio no tiene código para repetir",
        "complex": "un fármaco complejo no tiene código para repetir",
        "too-soon": "demasiado pronto tras el anterior",
    },
    FindingCode.NO_HCPCS: {
        "unknown": "no se conoce código de fármaco",
        "unit": "la unidad del código no se conoce o no cuadra con la dosis",
        "many": "valen varios códigos; decide el NDC o el envase",
        "not-yet": "su código no está en vigor ese día",
    },
    FindingCode.ACCESS_NOT_CHARTED: {
        "none": "acceso no registrado",
        "device": "tipo de acceso no registrado",
        "no-vein": "su acceso no termina en una vena",
    },
    FindingCode.MODIFIER_CONFLICT: {
        "beside-administration": "nunca se cobra junto a una administración",
        "shape": "{modifier} no está escrito como un modificador; omitido",
        "no-reason": "modificador {modifier} omitido: no hay motivo registrado",
        "counted": "modificador {modifier} omitido: se calcula de lo abierto y lo administrado",
        "setting": "modificador {modifier} omitido: no se usa en este entorno",
        "unlisted": "modificador {modifier} está en la línea como se anotó, pero no se conoce regla para él",
        "place": "modificador {modifier} omitido: no tiene lugar en una línea así",
        "extra-hours": "modificador {modifier} omitido: no es para horas adicionales",
        "not-stopped": "modificador {modifier} omitido: nada registrado dice que se detuvo antes",
        "together": "modificador {modifier} omitido: otro de su clase está en la línea",
        "no-line": "modificador {modifier} omitido: no hay línea en la que pueda estar",
    },
    FindingCode.NCCI_PAIR: {
        "never": "los dos nunca se pagan juntos",
        "apart": "solo si están aparte, con un modificador que lo diga",
        "visit": "solo si la visita es identificable por separado y así se marcó (modificador 25)",
    },
    FindingCode.INVALID_DIAGNOSIS: {
        "shape": "no está escrito como un código de diagnóstico",
        "unknown": "no está en la lista de ese año",
        "heading": "un encabezado, demasiado corto para cobrarse",
        "not-yet": "en vigor solo desde {day}",
        "ended": "terminó el {day}{successor}",
    },
    FindingCode.BUNDLED: {
        "carrier": "llevó otro fármaco",
        "flush": "un lavado",
        "keep-open": "mantuvo abierta la vía",
        "oral": "por vía oral",
        "hydration-push": "líquido dado como bolo",
        "integral": "parte de otro procedimiento",
        "port-flush": "un lavado de puerto junto a otros servicios",
    },
}
