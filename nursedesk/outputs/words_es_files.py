"""What came of files, tables, printers and messages, in Spanish; each sentence is known by its English form."""

from collections.abc import Mapping

_ANOTHER = "elija otro nombre"
FILES: Mapping[str, str] = {
    # --- files that were not written
    "“{name}” was not written. {reason}": "No se escribió «{name}». {reason}",
    "“{name}” holds characters no file name may have. Nothing was written; type a plain name.": (
        "«{name}» tiene caracteres que ningún archivo admite. No se escribió nada; escriba un nombre simple."
    ),
    "The name “{name}” is too long for a file. Nothing was written; choose a shorter one.": (
        "El nombre «{name}» es demasiado largo. No se escribió nada; elija uno más corto."
    ),
    "“{name}” is a folder. Nothing was written; add a file name.": (
        "«{name}» es una carpeta. No se escribió nada; añada un nombre de archivo."
    ),
    "“{name}” is an address, not a file on this computer. Nothing was written; choose a folder.": (
        "«{name}» es una dirección, no un archivo de este equipo. No se escribió nada; elija una carpeta."
    ),
    "“{name}” cannot be a file name on every system. Nothing was written; choose another name.": (
        f"«{{name}}» no vale como nombre de archivo en todos los sistemas. No se escribió nada; {_ANOTHER}."
    ),
    "There is no folder “{name}”. Nothing was written; choose a folder that exists.": (
        "No existe la carpeta «{name}». No se escribió nada; elija una que exista."
    ),
    "“{name}” is not a folder. Nothing was written; choose another place.": (
        "«{name}» no es una carpeta. No se escribió nada; elija otro lugar."
    ),
    "“{name}” is a link to another place. Nothing was written and what it points at is unchanged; choose another "
    "name.": f"«{{name}}» es un enlace a otro lugar. No se escribió nada y su destino sigue igual; {_ANOTHER}.",
    "“{name}” is not a file. Nothing was written; choose another name.": (
        f"«{{name}}» no es un archivo. No se escribió nada; {_ANOTHER}."
    ),
    "There is already a file “{name}”. It is unchanged; choose another name or say that it may be replaced.": (
        f"Ya hay un archivo «{{name}}». Sigue igual; {_ANOTHER} o diga que puede reemplazarse."
    ),
    "The drive is full. Nothing was written; free some space or choose another drive.": (
        "El disco está lleno. No se escribió nada; libere espacio o elija otro disco."
    ),
    "Your share of the drive is full. Nothing was written; free some space or choose another drive.": (
        "Su parte del disco está llena. No se escribió nada; libere espacio o elija otro disco."
    ),
    "You may not write there. Nothing was written; choose another folder or ask who looks after it.": (
        "No tiene permiso para escribir ahí. No se escribió nada; elija otra carpeta o pregunte a quien la cuida."
    ),
    "The drive can only be read. Nothing was written; choose another drive.": (
        "El disco es de solo lectura. No se escribió nada; elija otro."
    ),
    "The name is too long for this drive. Nothing was written; choose a shorter one.": (
        "El nombre es demasiado largo para este disco. No se escribió nada; elija uno más corto."
    ),
    "The folder is gone. Nothing was written; choose a folder that exists.": (
        "La carpeta ya no está. No se escribió nada; elija una que exista."
    ),
    "The drive is gone. Nothing was written; choose another drive.": (
        "El disco ya no está. No se escribió nada; elija otro."
    ),
    "The drive does not answer. Nothing was written; choose another drive.": (
        "El disco no responde. No se escribió nada; elija otro."
    ),
    "The folder's links lead in a circle. Nothing was written; choose another folder.": (
        "Los enlaces de la carpeta dan vueltas. No se escribió nada; elija otra carpeta."
    ),
    "The file is too large for this drive. Nothing was written; choose another drive.": (
        "El archivo es demasiado grande para este disco. No se escribió nada; elija otro."
    ),
    "A part of its folder is a file. Nothing was written; choose another folder.": (
        "Una parte de su carpeta es un archivo. No se escribió nada; elija otra carpeta."
    ),
    "This drive does not take such a name. Nothing was written; choose a plain one.": (
        "Este disco no admite ese nombre. No se escribió nada; elija uno simple."
    ),
    "Another program holds it. Nothing was written; close it there, or choose another name.": (
        f"Otro programa lo retiene. No se escribió nada; ciérrelo ahí o {_ANOTHER}."
    ),
    "The drive was away and came back. Nothing was written; try again.": (
        "El disco se fue y volvió. No se escribió nada; inténtelo de nuevo."
    ),
    "Too many files are open on this computer. Nothing was written; close a program and try again.": (
        "Hay demasiados archivos abiertos en este equipo. No se escribió nada; cierre un programa e inténtelo "
        "de nuevo."
    ),
    "The file could not be made. Nothing was written; choose another place.": (
        "No se pudo crear el archivo. No se escribió nada; elija otro lugar."
    ),
    "The PDF could not be begun. The record is safe; try again or print the ticket.": (
        "No se pudo empezar el PDF. El registro está a salvo; inténtelo de nuevo o imprima la hoja."
    ),
    "The PDF could not be begun. The record is safe; choose another place for it.": (
        "No se pudo empezar el PDF. El registro está a salvo; elija otro lugar."
    ),
    "The downtime sheet could not be begun: write the times on any paper.": (
        "No se pudo empezar la hoja de contingencia: anote las horas en cualquier papel."
    ),
    # --- printers
    "The printer “{name}” is not there. Nothing was printed, there or elsewhere. {safe}": (
        "La impresora «{name}» no está. No se imprimió nada, ni ahí ni en otra. {safe}"
    ),
    "The printer “{name}” did not take the ticket. Nothing was printed. {safe}": (
        "La impresora «{name}» no aceptó la hoja. No se imprimió nada. {safe}"
    ),
    "The printer “{name}” stopped at page {number}; the job was cancelled. {safe}": (
        "La impresora «{name}» se detuvo en la página {number}; el trabajo se canceló. {safe}"
    ),
    "The printer “{name}” gave the ticket up. It may not have come out. {safe}": (
        "La impresora «{name}» abandonó la hoja. Puede que no haya salido. {safe}"
    ),
    "No printer was chosen. Nothing was printed. {safe}": "No se eligió impresora. No se imprimió nada. {safe}",
    "{count} copies cannot be printed at once: 1 to {most} can. Nothing was printed.": (
        "No se pueden imprimir {count} copias a la vez: sí de 1 a {most}. No se imprimió nada."
    ),
    "The printer “{name}” is stopped or paused, and {jobs} in its queue. Nothing was printed. {safe}": (
        "La impresora «{name}» está detenida o en pausa, y {jobs} en su cola. No se imprimió nada. {safe}"
    ),
    "The printer “{name}” is stopped or paused. Nothing was printed. {safe}": (
        "La impresora «{name}» está detenida o en pausa. No se imprimió nada. {safe}"
    ),
    "The printer “{name}” takes no jobs: its queue turns them away. Nothing was printed. {safe}": (
        "La impresora «{name}» no acepta trabajos: su cola los rechaza. No se imprimió nada. {safe}"
    ),
    "The printer “{name}” is not there.": "La impresora «{name}» no está.",
    "The printer “{name}” is stopped or paused, and {jobs} in its queue.": (
        "La impresora «{name}» está detenida o en pausa, y {jobs} en su cola."
    ),
    "The printer “{name}” is stopped or paused.": "La impresora «{name}» está detenida o en pausa.",
    "The printer “{name}” takes no jobs: its queue turns them away.": (
        "La impresora «{name}» no acepta trabajos: su cola los rechaza."
    ),
    "The downtime sheet was sent to “{name}”.": "La hoja de contingencia se envió a «{name}».",
    # --- tables a person brings
    "{file} line {line}: {wrong}": "{file}, línea {line}: {wrong}",
    "{file} cannot be read: {error}": "{file} no se puede leer: {error}",
    "{file} is larger than a list of a day can be": "{file} es más grande que la lista de un día",
    "{file} has no row: a charge master maps at least one code": (
        "{file} no tiene filas: un maestro de cargos lleva al menos un código"
    ),
    # --- messages to other systems
    "Only HL7 messages go over MLLP: nothing was changed; choose them, or a folder.": (
        "Por MLLP solo van mensajes HL7: no se cambió nada; elíjalos, o una carpeta."
    ),
    "The value of {name} cannot be printed: nothing was changed; type it again.": (
        "El valor de {name} no se puede imprimir: no se cambió nada; escríbalo de nuevo."
    ),
    "There is no setting {name}: nothing was changed; there are {known}.": (
        "No hay ajuste {name}: no se cambió nada; hay {known}."
    ),
    "{said} is no message: nothing was changed; there are {known}.": (
        "{said} no es un mensaje: no se cambió nada; hay {known}."
    ),
    "{value} is not an instant with its offset: nothing was changed.": (
        "{value} no es un instante con su desfase: no se cambió nada."
    ),
    "{value} is not P, T or D: nothing was changed.": "{value} no es P, T ni D: no se cambió nada.",
    "{value} is not CD or CR: nothing was changed.": "{value} no es CD ni CR: no se cambió nada.",
    "The ticket is not signed: charges are sent only after the signature. Sign it first.": (
        "La hoja no está firmada: los cargos se envían solo tras la firma. Fírmela primero."
    ),
    "Version {version} changes nothing of what was sent: there is no message. With --base 0 the whole ticket is "
    "written.": (
        "La versión {version} no cambia nada de lo enviado: no hay mensaje. Con --base 0 se escribe la hoja "
        "entera."
    ),
    "A destination is a folder or mllp://host:port: nothing was changed; type one.": (
        "Un destino es una carpeta o mllp://host:port: no se cambió nada; escriba uno."
    ),
    "“{wanted}” is not a whole path: nothing was changed; type it from its beginning.": (
        "«{wanted}» no es una ruta entera: no se cambió nada; escríbala desde el principio."
    ),
    "“{wanted}” is not mllp://host:port: nothing was changed; type it like mllp://hl7:2575.": (
        "«{wanted}» no es mllp://host:port: no se cambió nada; escríbalo como mllp://hl7:2575."
    ),
    "The folder does not answer. Nothing was written; look at the drive.": (
        "La carpeta no responde. No se escribió nada; mire el disco."
    ),
    "Only HL7 messages go over MLLP: choose a folder for this one.": (
        "Por MLLP solo van mensajes HL7: elija una carpeta para este."
    ),
    "{to} does not answer ({error}). Nothing was sent.": "{to} no responde ({error}). No se envió nada.",
    "Sent, and no acknowledgement came ({error}).": "Enviado, y no llegó acuse de recibo ({error}).",
    "Sent, and the connection ended without an acknowledgement.": (
        "Enviado, y la conexión terminó sin acuse de recibo."
    ),
    "Sent, and the acknowledgement is of another message ({about}).": (
        "Enviado, y el acuse de recibo es de otro mensaje ({about})."
    ),
    "Sent, and “{code}” is no acknowledgement.": "Enviado, y «{code}» no es un acuse de recibo.",
    "The receiver gave no reason.": "Quien recibe no dio motivo.",
}
PARTS: Mapping[str, str] = {
    "The ticket is safe; save it as a PDF or choose another printer.": (
        "La hoja está a salvo; guárdela en PDF o elija otra impresora."
    ),
    "1 job waits": "1 trabajo espera",
    "{count} jobs wait": "{count} trabajos esperan",
    "time is over": "se acabó el tiempo",
    "was there already": "ya estaba ahí",
    "nobody is listed": "no hay nadie en la lista",
    "more than {most} people are listed": "hay más de {most} personas en la lista",
    "{name} is listed twice": "{name} está dos veces en la lista",
    "{column} is missing": "falta {column}",
    "{column} is longer than {most} characters": "{column} tiene más de {most} caracteres",
    '{column} is "{value}", not a 24-hour time such as 09:30': '{column} es "{value}", no una hora como 09:30',
    '{column} is "{value}", not a date (YYYY-MM-DD)': '{column} es "{value}", no una fecha (AAAA-MM-DD)',
    '{column} is "{value}", not one of {known}': '{column} es "{value}", no uno de {known}',
    '{column} is "{value}", not yes or empty': '{column} es "{value}", no yes ni vacío',
    '{column} is "{value}", not a number above 0': '{column} es "{value}", no un número mayor que 0',
    '{column} is "{value}", not dollars with at most two decimals': (
        '{column} es "{value}", no dólares con hasta dos decimales'
    ),
    "{column} {day} has not come yet": "{column} {day} aún no ha llegado",
    'chair "{chair}" is not one of this suite\'s': 'el sillón "{chair}" no es de esta sala',
    "{key} is there twice": "{key} está dos veces",
    "{column} has a character that cannot be printed": "{column} tiene un carácter que no se puede imprimir",
    "effective_to {ends} is before effective_from {begins}": (
        "effective_to {ends} es anterior a effective_from {begins}"
    ),
    "{count} cells, not {wanted}": "{count} celdas, no {wanted}",
    'the column "{column}" is unknown': 'la columna "{column}" no se conoce',
    'the column "{column}" must be there once': 'la columna "{column}" debe estar una vez',
}
"""What stands in one of these sentences for a part of it."""
