"""The own words of the printed shift log and of the downtime sheet in Spanish, beside those of the ticket."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    # --- the head and foot of the shift log
    "Shift log": "Registro del turno",
    "Not the medical record.": "No es la historia clínica.",
    "made {when} by {who}": "hecho {when} por {who}",
    "checkpoint {code}": "punto de control {code}",
    "not known": "no conocido",
    "not included": "sin incluir",
    "only {what}": "solo {what}",
    "nurse {name}": "enfermera {name}",
    "chair {name}": "sillón {name}",
    "every nurse, every chair": "todas las enfermeras, todos los sillones",
    "{who}, {when}, up to {end}": "{who}, {when}, hasta {end}",
    # --- its figures
    "Figures": "Cifras",
    "visits": "visitas",
    "lines given": "líneas administradas",
    "running minutes": "minutos de marcha",
    "lines still up": "líneas aún puestas",
    "lines handed over": "líneas entregadas",
    "late entries": "anotaciones tardías",
    "corrections": "correcciones",
    "reactions": "reacciones",
    "missing items": "datos que faltan",
    "tickets not signed": "hojas sin firmar",
    "charges to look at": "cargos por revisar",
    # --- the chairs
    "Chairs": "Sillones",
    "pale: somebody in the chair · block: a drug · line: a fluid · triangle: a push · arrow: still up": (
        "claro: sillón ocupado · bloque: fármaco · línea: líquido · triángulo: bolo · flecha: aún puesto"
    ),
    "Chair {name}": "Sillón {name}",
    "Nobody was in a chair in this time.": "Nadie estuvo en un sillón en este tiempo.",
    # --- a visit and its lines
    "Visits": "Visitas",
    "each line with its clock minutes; minutes are running time, pauses out": (
        "cada línea al minuto del reloj; los minutos son de marcha, sin pausas"
    ),
    "Drug, dose": "Fármaco, dosis",
    "Route, purpose": "Vía, finalidad",
    "Access": "Acceso",
    "Start": "Inicio",
    "Stop": "Fin",
    "Pauses": "Pausas",
    "Time known by": "Hora conocida por",
    "Started, stopped by": "Inició, terminó",
    "Charged": "Cobrado",
    "in {came}, out {left}": "entró {came}, salió {left}",
    "not yet": "aún no",
    "first start {first}, last stop {last}": "primer inicio {first}, último fin {last}",
    "none": "ninguno",
    "none yet": "aún ninguno",
    "not recorded": "no registrado",
    "no ticket": "sin hoja",
    "no nurse": "sin enfermera",
    "open": "abierta",
    "closed, not signed": "cerrada, sin firmar",
    "signed": "firmada",
    ", closed {time}": ", cerrada {time}",
    "pressed": "pulsada",
    "still up": "aún puesta",
    "peripheral": "periférico",
    "picc": "PICC",
    "tunneled cvc": "CVC tunelizado",
    "nontunneled cvc": "CVC no tunelizado",
    "unknown": "no se sabe",
    "Given": "Administrado",
    "nothing in this period": "nada en este periodo",
    "Handed over": "Entregado",
    "lines: {count}, to {to} by {by}, {time}": "líneas: {count}, a {to} por {by}, {time}",
    "Missing": "Falta",
    # --- charges beside the lines
    "charged": "cobrado",
    "administration only": "solo administración",
    "drug only": "solo el fármaco",
    "not charged by its purpose": "sin cargo por su finalidad",
    "charge without a line": "cargo sin línea",
    "no ticket yet": "aún sin hoja",
    # --- the end
    "Lines still up at the end": "Líneas aún puestas al final",
    "Drug lines and charges that do not agree": "Líneas de fármaco y cargos que no coinciden",
    "Line": "Línea",
    "Goes to": "Pasa a",
    "Encounter, ticket": "Encuentro, hoja",
    "Drug": "Fármaco",
    "Outcome": "Resultado",
    "{drug}, since {time}": "{drug}, desde {time}",
    "not handed over": "sin entregar",
    "{count} more rows of these two lists are counted above and named in the spreadsheet.": (
        "Otras {count} filas de estas dos listas se cuentan arriba y están en la hoja de cálculo."
    ),
    "Signed off electronically": "Turno cerrado electrónicamente",
    "Signed off by": "Cierre del turno por",
    "Not signed off": "Turno sin cerrar",
    "Checkpoint of the record": "Punto de control del registro",
    "The lines, times and hand-overs of this shift were looked through. "
    "The checkpoint is given again by the record alone, as far as it had come.": (
        "Se revisaron las líneas, las horas y las entregas de este turno. "
        "El punto de control lo da otra vez el registro, hasta donde había llegado."
    ),
    # --- the downtime sheet
    "Downtime sheet": "Hoja de contingencia",
    "Write every press with its time as HH:MM and your initials. When NurseDesk saves again, enter each as a late "
    "entry with the reason “downtime”, and tick it off here. Keep this sheet with the record.": (
        "Escriba cada pulsación con su hora como HH:MM y sus iniciales. Cuando NurseDesk vuelva a guardar, anote "
        "cada una como anotación tardía con el motivo «contingencia» y márquela aquí. Guarde esta hoja con el "
        "registro."
    ),
    "As of {when}.": "Situación a {when}.",
    "Free chairs: {chairs}.": "Sillones libres: {chairs}.",
    "No chair is free.": "Ningún sillón está libre.",
    "Presses the disk had not taken by then: {count}.": "Pulsaciones que el disco no había guardado: {count}.",
    "What is up now": "Lo que está puesto ahora",
    "Write here": "Escriba aquí",
    "Patient, MRN": "Paciente, historia",
    "Route, access": "Vía, acceso",
    "Started": "Inicio",
    "Now": "Ahora",
    "Paused · resumed": "Pausa · sigue",
    "Initials": "Iniciales",
    "Time": "Hora",
    "What happened: start, stop, push …": "Qué pasó: inicio, fin, bolo …",
    "Drug, dose, route, lot": "Fármaco, dosis, vía, lote",
    "Entered": "Pasado",
    "prepared": "preparado",
    "nobody": "nadie",
    "Entered into the record by, date and time:": "Pasado al registro por, fecha y hora:",
}
