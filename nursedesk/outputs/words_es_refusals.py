"""What the desk could not do, in Spanish: the sentences of `words_refusals`."""

from collections.abc import Mapping

REFUSALS: Mapping[str, str] = {
    "amount_unread": (
        "Esa cantidad no se puede leer: no se registró nada; escriba un número y una unidad, como 400 mg."
    ),
    "badge_taken": ("Ese gafete es de {name}: {wanted} no lo recibió; quíteselo primero a {name} o escanee otro."),
    "badge_unread": "Un gafete tiene siete dígitos o más: no se cambió nada; escanéelo en el campo.",
    "cannot_sign": "Algo bloquea aún esta hoja: no se firmó; vea qué falta y firme.",
    "chair_out": "El sillón {chair} está fuera de servicio ({reason}): no se registró nada; elija otro sillón.",
    "chair_taken": "El sillón {chair} tiene un paciente: no se registró nada; elija un sillón libre.",
    "claim_first": "Una pulsación en esa línea espera su nombre: no se movió nada; reclámela o descártela antes.",
    "folder_not_there": "No hay ninguna carpeta {folder}: no se cambió nada; conecte su disco o elija otra.",
    "folder_of_record": (
        "{folder} es la carpeta del propio registro, y lo que daña a una daña a las dos: no se cambió nada; elija "
        "otra, mejor en otro disco."
    ),
    "folder_unwritable": "No se puede escribir en {folder}: no se cambió nada; elija otra carpeta.",
    "journal_holds": (
        "El diario de emergencia en {folder} guarda pulsaciones, y están a salvo: no se cambió nada; abra "
        "NurseDesk de nuevo, que las lleva al registro, y elija después."
    ),
    "last_administrator": (
        "{name} es el último administrador y nadie podría dar acceso a otros: no se cambió nada; nombre antes a "
        "otro administrador sin último día."
    ),
    "lines_up": "{name} aún tiene líneas en marcha: no se cambió nada; entregue antes lo que corre en {lines}.",
    "line_down": "Esa línea ya se detuvo: no se registró nada; cuelgue otra o retire el fin.",
    "name_taken": "Alguien ya inicia sesión como {name}: no se añadió a nadie; elija otro nombre de sesión.",
    "no_clock_time": "{time} no es una hora del día: no se anotó a nadie; escríbala como 09:30.",
    "no_drug": "Una línea necesita un fármaco: no se colgó nada; nómbrelo e inicie.",
    "no_name": "Una visita necesita el nombre del paciente: no se recibió a nadie; escríbalo y reciba.",
    "no_name_listed": "La lista necesita el nombre del paciente: no se anotó a nadie; escríbalo primero.",
    "no_other_visit": "No hay aquí nadie más a quien pasar la línea: reciba antes al paciente y muévala después.",
    "no_such_access": "No hay acceso {access} en esta visita: no se registró nada; colóquelo primero.",
    "no_such_chair": "Aquí no hay sillón {chair}: no se cambió nada; elija uno de la sala.",
    "no_such_event": (
        "Esa anotación no está en el registro de esta visita: no se cambió nada; elíjala de la lista."
    ),
    "no_such_line": "No hay línea {line} en esta visita: no se registró nada.",
    "no_such_nurse": (
        "Nadie que trabaje en los sillones inicia sesión como {name}: no se entregó nada; elija a quién."
    ),
    "no_such_person": "Nadie inicia sesión como {name}: no se abrió nada; revise el nombre.",
    "no_such_press": "Esa pulsación ya se reconoció o descartó: no se cambió nada.",
    "nobody_listed": "Nadie está en esa lista: no se registró nada.",
    "not_allowed": "La función de {name} no lo permite: no se registró nada; pida a alguien cuya función sí.",
    "not_expected": "Ese paciente ya no está en la lista de hoy: no se recibió a nadie; reciba por nombre.",
    "not_started": "Esa línea no se ha iniciado: no se registró ningún fin; iníciela o quítela.",
    "not_stopped": "Esa línea no está detenida: no se cambió nada.",
    "not_a_vital_sign": "{value} no puede ser un signo vital: no se anotó nada; revise lo escrito.",
    "nothing_measured": "No se midió nada: no se anotó nada; escriba al menos un valor.",
    "not_back_dated": "Eso ocurre al pulsar y a ninguna otra hora: no se registró nada; púlselo ahora.",
    "nothing_written": "La nota está vacía: no se guardó; escríbala primero.",
    "passphrase_short": "Una frase de paso tiene 8 caracteres o más: no se creó nada; elija una más larga.",
    "password_short": (
        "La contraseña de {name} tiene menos de 8 caracteres: no se creó nada; elija una más larga."
    ),
    "person_name": "Una persona necesita un nombre de hasta 120 caracteres: no se cambió nada; escríbalo.",
    "pin_not_six_digits": "Un PIN son seis dígitos: no se cambió nada; elija uno para {name}.",
    "pin_too_simple": "Ese PIN es fácil de adivinar: no se cambió nada; elija uno sin series ni repeticiones.",
    "push_unsaid": (
        "No se dijo qué se administró en bolo: no se cambió nada y la hora se guarda; indique el fármaco o "
        "descarte la pulsación."
    ),
    "press_outrun": (
        "La línea ya no está como en esa pulsación: no se registró nada; descarte la pulsación con un motivo o "
        "corrija la hora en la visita."
    ),
    "pressures_swapped": "La presión baja supera a la alta: no se anotó nada; cámbielas de lugar.",
    "rate_nothing": "Una velocidad es más que nada: quedó como estaba; pause o detenga la línea.",
    "reason_needed": "Una hora cambiada o tardía necesita un motivo: no se cambió nada; diga por qué y guarde.",
    "reason_needed_chair": (
        "Un sillón fuera de servicio necesita un motivo: el sillón {chair} quedó como está; diga por qué."
    ),
    "reason_needed_correction": "Una corrección necesita un motivo: no se cambió nada; diga por qué y guarde.",
    "reason_needed_glass": "Anotar en una emergencia necesita un motivo: no se abrió nada; diga por qué.",
    "reason_needed_press": "Una pulsación que se descarta necesita un motivo: sigue ahí; diga por qué.",
    "reopen_first": "Esta visita está cerrada: no se cambió nada; reábrala primero.",
    "role_needed": "{name} necesita una función: no se cambió nada; elija una.",
    "same_as_before": "Eso ya está anotado así: no se cambió nada.",
    "same_person": "La segunda persona debe ser otra: no se firmó nada; deje firmar a un colega.",
    "site_hidden": (
        "El nombre de la sala tiene caracteres ocultos: no se creó nada; escríbalo en vez de pegarlo."
    ),
    "site_long": "El nombre de la sala tiene más de 120 caracteres: no se creó nada; acórtelo.",
    "site_missing": "La sala necesita un nombre que se vea: no se creó nada; escríbalo.",
    "sign_in_name": (
        "Un nombre de sesión tiene hasta 64 letras simples y dígitos sin espacios: {name} no se puede usar."
    ),
    "stop_before_start": "Ese fin es anterior al inicio: no se registró nada; escriba una hora posterior.",
    "stands": "Lo firmado, cerrado, impreso o enviado queda: no se cambió nada; reabra la visita.",
    "time_ahead": "Esa hora aún no ha llegado: no se cambió nada; escriba una hora hasta ahora.",
    "until_past": "Ese último día ya pasó: no se cambió nada; elija hoy o un día posterior.",
    "waste_first": "No hay desecho anotado: no hay nada que firmar; anote primero el desecho.",
}
