<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_US">
<context>
    <name>Access</name>
    <message>
        <source>PIV</source>
        <translation>PIV</translation>
    </message>
    <message>
        <source>Midline</source>
        <translation>Línea media</translation>
    </message>
    <message>
        <source>PICC</source>
        <translation>PICC</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Tunneled CVC</source>
        <translation>CVC tunelizado</translation>
    </message>
    <message>
        <source>Non-tunneled CVC</source>
        <translation>CVC no tunelizado</translation>
    </message>
    <message>
        <source>Dialysis catheter</source>
        <translation>Catéter de diálisis</translation>
    </message>
    <message>
        <source>Subcutaneous</source>
        <translation>Subcutáneo</translation>
    </message>
    <message>
        <source>Device not recorded</source>
        <translation>Dispositivo no registrado</translation>
    </message>
</context>
<context>
    <name>AccessForm</name>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>22 g, left forearm</source>
        <translation>22 g, antebrazo izquierdo</translation>
    </message>
    <message>
        <source>Why a separate access was needed</source>
        <translation>Por qué hizo falta otro acceso</translation>
    </message>
    <message>
        <source>only if it was medically necessary</source>
        <translation>solo si fue médicamente necesario</translation>
    </message>
    <message>
        <source>Save access</source>
        <translation>Guardar acceso</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Where is it? Write the site, such as left forearm.</source>
        <translation>¿Dónde está? Escriba el lugar, como antebrazo izquierdo.</translation>
    </message>
</context>
<context>
    <name>AccessItem</name>
    <message>
        <source>Access {letter}</source>
        <translation>Acceso {letter}</translation>
    </message>
    <message>
        <source>Change access {letter}</source>
        <translation>Cambiar acceso {letter}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
</context>
<context>
    <name>AccessesTab</name>
    <message>
        <source>Accesses</source>
        <translation>Accesos</translation>
    </message>
    <message>
        <source>Add access</source>
        <translation>Añadir acceso</translation>
    </message>
    <message>
        <source>placed {time}</source>
        <translation>colocado {time}</translation>
    </message>
    <message>
        <source>No access is recorded yet.</source>
        <translation>Aún no hay ningún acceso registrado.</translation>
    </message>
    <message>
        <source>New access {letter}</source>
        <translation>Nuevo acceso {letter}</translation>
    </message>
    <message>
        <source>Access {letter}</source>
        <translation>Acceso {letter}</translation>
    </message>
</context>
<context>
    <name>Arrange</name>
    <message>
        <source>Arrange the favourites</source>
        <translation>Ordenar los favoritos</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Favourites of the suite, for everybody</source>
        <translation>Favoritos de la sala, para todos</translation>
    </message>
    <message>
        <source>Move {drug} up</source>
        <translation>Subir {drug}</translation>
    </message>
    <message>
        <source>Move {drug} down</source>
        <translation>Bajar {drug}</translation>
    </message>
    <message>
        <source>Take {drug} out of the favourites</source>
        <translation>Quitar {drug} de los favoritos</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>The audit is for auditors, administrators and charge nurses: nothing is shown; ask one of them.</source>
        <translation>La auditoría es para auditores, administradores y enfermería a cargo: no se muestra nada; pregunte a uno de ellos.</translation>
    </message>
    <message>
        <source>Save the audit as CSV</source>
        <translation>Guardar la auditoría en CSV</translation>
    </message>
    <message>
        <source>The audit is in {path}. It holds patients’ names: keep it as you keep the record.</source>
        <translation>La auditoría está en {path}. Tiene nombres de pacientes: guárdela como el registro.</translation>
    </message>
    <message>
        <source>The record could not be read just now: it is unharmed; try again.</source>
        <translation>El registro no se pudo leer ahora: está intacto; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Charting</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Correcciones</translation>
    </message>
    <message>
        <source>Signing and printing</source>
        <translation>Firma e impresión</translation>
    </message>
    <message>
        <source>People and settings</source>
        <translation>Personas y ajustes</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Consultas</translation>
    </message>
    <message>
        <source>reason: “{reason}”</source>
        <translation>motivo: «{reason}»</translation>
    </message>
    <message>
        <source>MRN {mrn}</source>
        <translation>MRN {mrn}</translation>
    </message>
    <message>
        <source>recorded {recorded}, happened {occurred}</source>
        <translation>anotado {recorded}, ocurrió {occurred}</translation>
    </message>
    <message>
        <source>{said} (was {was})</source>
        <translation>{said} (antes {was})</translation>
    </message>
    <message>
        <source>time typed</source>
        <translation>hora escrita</translation>
    </message>
    <message>
        <source>time calculated</source>
        <translation>hora calculada</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importado</translation>
    </message>
    <message>
        <source>known by password</source>
        <translation>identificado por contraseña</translation>
    </message>
    <message>
        <source>known by PIN</source>
        <translation>identificado por PIN</translation>
    </message>
    <message>
        <source>known by badge</source>
        <translation>identificado por gafete</translation>
    </message>
    <message>
        <source>nobody signed in</source>
        <translation>sin sesión iniciada</translation>
    </message>
    <message>
        <source>{count} events</source>
        <translation>{count} eventos</translation>
    </message>
    <message>
        <source>chain head {head}</source>
        <translation>último de la cadena {head}</translation>
    </message>
    <message>
        <source>no checkpoint yet: one is signed when NurseDesk is closed</source>
        <translation>aún sin punto de control: se firma uno al cerrar NurseDesk</translation>
    </message>
    <message>
        <source>last checkpoint {day} at event {seq}</source>
        <translation>último punto de control {day}, evento {seq}</translation>
    </message>
    <message>
        <source>The record is what was written: {count} events since the last checkpoints fit; for every event run nursedesk verify.</source>
        <translation>El registro es lo que se escribió: {count} eventos desde los últimos puntos de control concuerdan; para todos, ejecute nursedesk verify.</translation>
    </message>
    <message>
        <source>{count} things are not as they were written, the first: {first} Nothing was changed by looking: tell the administrator and run nursedesk verify.</source>
        <translation>{count} cosas no están como se escribieron, la primera: {first} Mirar no cambió nada: avise al administrador y ejecute nursedesk verify.</translation>
    </message>
    <message>
        <source>The station</source>
        <translation>La estación</translation>
    </message>
    <message>
        <source>{who} {did}.</source>
        <translation>{who} {did}.</translation>
    </message>
    <message>
        <source>took back: “{earlier}”</source>
        <translation>retiró: «{earlier}»</translation>
    </message>
    <message>
        <source>an event that is not in this visit</source>
        <translation>un evento que no está en esta visita</translation>
    </message>
    <message>
        <source>corrected the time of “{earlier}”</source>
        <translation>corrigió la hora de «{earlier}»</translation>
    </message>
    <message>
        <source>corrected “{earlier}” to “{now}”</source>
        <translation>corrigió «{earlier}» por «{now}»</translation>
    </message>
    <message>
        <source>prepared {drugs}</source>
        <translation>preparó {drugs}</translation>
    </message>
    <message>
        <source>charted {dose} of {drug}</source>
        <translation>anotó {dose} de {drug}</translation>
    </message>
    <message>
        <source>charted {dose} of {drug} as wasted, witness {witness}</source>
        <translation>anotó {dose} de {drug} como desecho, testigo {witness}</translation>
    </message>
    <message>
        <source>set the rate of {drug} to {rate}</source>
        <translation>fijó la velocidad de {drug} en {rate}</translation>
    </message>
    <message>
        <source>gave the reason for the stop of {drug}: {reason}</source>
        <translation>dio el motivo del fin de {drug}: {reason}</translation>
    </message>
    <message>
        <source>charted the order of {drug} as on file</source>
        <translation>anotó que hay indicación de {drug}</translation>
    </message>
    <message>
        <source>charted that no order of {drug} is on file</source>
        <translation>anotó que no hay indicación de {drug}</translation>
    </message>
    <message>
        <source>marked the times of {drug} as doubtful: the clock was set by {minutes} min</source>
        <translation>marcó como dudosas las horas de {drug}: el reloj se ajustó {minutes} min</translation>
    </message>
    <message>
        <source>confirmed the times of {drug}</source>
        <translation>confirmó las horas de {drug}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>set the modifiers of {drug}: {codes}</source>
        <translation>puso los modificadores de {drug}: {codes}</translation>
    </message>
    <message>
        <source>started {drug}</source>
        <translation>inició {drug}</translation>
    </message>
    <message>
        <source>paused {drug}</source>
        <translation>pausó {drug}</translation>
    </message>
    <message>
        <source>resumed {drug}</source>
        <translation>reanudó {drug}</translation>
    </message>
    <message>
        <source>stopped {drug}</source>
        <translation>detuvo {drug}</translation>
    </message>
    <message>
        <source>pushed {drug}</source>
        <translation>dio en bolo {drug}</translation>
    </message>
    <message>
        <source>{said}, done by {person}</source>
        <translation>{said}, hecho por {person}</translation>
    </message>
    <message>
        <source>hung a new bag of {drug}</source>
        <translation>colgó otra bolsa de {drug}</translation>
    </message>
    <message>
        <source>moved {drug} to access {access}</source>
        <translation>pasó {drug} al acceso {access}</translation>
    </message>
    <message>
        <source>noted vital signs</source>
        <translation>anotó signos vitales</translation>
    </message>
    <message>
        <source>noted a reaction: “{text}”</source>
        <translation>anotó una reacción: «{text}»</translation>
    </message>
    <message>
        <source>was shown the notice {notice}</source>
        <translation>vio el aviso {notice}</translation>
    </message>
    <message>
        <source>put {patient} on the list of {day}</source>
        <translation>puso a {patient} en la lista del {day}</translation>
    </message>
    <message>
        <source>took {entry} off the list: “{reason}”</source>
        <translation>quitó {entry} de la lista: «{reason}»</translation>
    </message>
    <message>
        <source>took chair {chair} out of service: “{reason}”</source>
        <translation>puso el sillón {chair} fuera de servicio: «{reason}»</translation>
    </message>
    <message>
        <source>put chair {chair} back in service</source>
        <translation>puso el sillón {chair} en servicio</translation>
    </message>
    <message>
        <source>checked in {patient}, chair {chair}</source>
        <translation>recibió a {patient}, sillón {chair}</translation>
    </message>
    <message>
        <source>corrected the patient to {patient}</source>
        <translation>corrigió el paciente a {patient}</translation>
    </message>
    <message>
        <source>moved the visit to chair {chair}</source>
        <translation>pasó la visita al sillón {chair}</translation>
    </message>
    <message>
        <source>freed the chair</source>
        <translation>liberó el sillón</translation>
    </message>
    <message>
        <source>made {person} the visit&apos;s nurse</source>
        <translation>asignó la visita a {person}</translation>
    </message>
    <message>
        <source>the visit</source>
        <translation>la visita</translation>
    </message>
    <message>
        <source>handed {drugs} over to {person}</source>
        <translation>entregó {drugs} a {person}</translation>
    </message>
    <message>
        <source>charted access {access}</source>
        <translation>anotó el acceso {access}</translation>
    </message>
    <message>
        <source>set the diagnoses: {codes}</source>
        <translation>puso los diagnósticos: {codes}</translation>
    </message>
    <message>
        <source>charted evaluation and management: {codes}</source>
        <translation>anotó evaluación y manejo: {codes}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>named {drug} as the primary service</source>
        <translation>puso {drug} como servicio principal</translation>
    </message>
    <message>
        <source>charted the response: “{text}”</source>
        <translation>anotó la respuesta: «{text}»</translation>
    </message>
    <message>
        <source>noted: “{text}”</source>
        <translation>anotó: «{text}»</translation>
    </message>
    <message>
        <source>dismissed the notice {notice}</source>
        <translation>descartó el aviso {notice}</translation>
    </message>
    <message>
        <source>took a press of Start from somebody not yet named: {drug}</source>
        <translation>recibió una pulsación de Iniciar de alguien aún sin nombre: {drug}</translation>
    </message>
    <message>
        <source>took a press of Stop from somebody not yet named: {drug}</source>
        <translation>recibió una pulsación de Detener de alguien aún sin nombre: {drug}</translation>
    </message>
    <message>
        <source>took a press of Push from somebody not yet named</source>
        <translation>recibió una pulsación de Bolo de alguien aún sin nombre</translation>
    </message>
    <message>
        <source>said that a press at the locked station was hers or his</source>
        <translation>dijo que una pulsación en la estación bloqueada era suya</translation>
    </message>
    <message>
        <source>discarded a press at the locked station</source>
        <translation>descartó una pulsación en la estación bloqueada</translation>
    </message>
    <message>
        <source>signed as the second person for the check of a line</source>
        <translation>firmó como segunda persona la verificación de una línea</translation>
    </message>
    <message>
        <source>signed as the second person for waste</source>
        <translation>firmó como segunda persona un desecho</translation>
    </message>
    <message>
        <source>closed the visit as ticket {ticket}</source>
        <translation>cerró la visita como hoja {ticket}</translation>
    </message>
    <message>
        <source>reopened the visit</source>
        <translation>reabrió la visita</translation>
    </message>
    <message>
        <source>signed ticket {ticket}, version {version}: “{meaning}”</source>
        <translation>firmó la hoja {ticket}, versión {version}: «{meaning}»</translation>
    </message>
    <message>
        <source>attested ticket {ticket}, version {version}: “{meaning}”</source>
        <translation>declaró la hoja {ticket}, versión {version}: «{meaning}»</translation>
    </message>
    <message>
        <source>printed ticket {ticket}, version {version}, copy {copy}, to {printer}</source>
        <translation>imprimió la hoja {ticket}, versión {version}, copia {copy}, en {printer}</translation>
    </message>
    <message>
        <source>saw ticket {ticket} come out</source>
        <translation>vio salir la hoja {ticket}</translation>
    </message>
    <message>
        <source>wrote a file of {what} as {format}</source>
        <translation>escribió un archivo de {what} en {format}</translation>
    </message>
    <message>
        <source>message of ticket {ticket} to {destination}: {word}</source>
        <translation>mensaje de la hoja {ticket} a {destination}: {word}</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>inició sesión</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>cerró sesión</translation>
    </message>
    <message>
        <source>locked the station</source>
        <translation>bloqueó la estación</translation>
    </message>
    <message>
        <source>looked at: {what}</source>
        <translation>consultó: {what}</translation>
    </message>
    <message>
        <source>set {key} to {value}</source>
        <translation>fijó {key} en {value}</translation>
    </message>
    <message>
        <source>charted {name} as a person of the suite, roles: {roles}</source>
        <translation>inscribió a {name} como persona de la sala, funciones: {roles}</translation>
    </message>
    <message>
        <source>took {name} off the people of the suite, roles: {roles}</source>
        <translation>dio de baja a {name} en la sala, funciones: {roles}</translation>
    </message>
    <message>
        <source>ended the PIN of {person} after wrong tries</source>
        <translation>anuló el PIN de {person} tras intentos fallidos</translation>
    </message>
    <message>
        <source>made {person} wait after wrong passwords</source>
        <translation>hizo esperar a {person} tras contraseñas incorrectas</translation>
    </message>
    <message>
        <source>broke glass: charts in an emergency without a nurse’s role</source>
        <translation>rompió el cristal: anota en una emergencia sin función de enfermería</translation>
    </message>
    <message>
        <source>saw the clock step by {seconds} s</source>
        <translation>vio saltar el reloj {seconds} s</translation>
    </message>
    <message>
        <source>backed the record up as {file}</source>
        <translation>hizo copia de seguridad en {file}</translation>
    </message>
    <message>
        <source>an unknown number of</source>
        <translation>un número desconocido de</translation>
    </message>
    <message>
        <source>restored the record from {file}, without {missing} later entries</source>
        <translation>restauró el registro desde {file}, sin {missing} anotaciones posteriores</translation>
    </message>
    <message>
        <source>signed a shift off: {lines} lines, {open} still up</source>
        <translation>firmó el fin de un turno: {lines} líneas, {open} aún en marcha</translation>
    </message>
    <message>
        <source>took {count} entries from the emergency journal into the record</source>
        <translation>pasó {count} anotaciones del diario de emergencia al registro</translation>
    </message>
    <message>
        <source>found every message of earlier tickets delivered</source>
        <translation>halló entregados todos los mensajes de hojas anteriores</translation>
    </message>
    <message>
        <source>set a new password for {person}</source>
        <translation>puso una contraseña nueva a {person}</translation>
    </message>
    <message>
        <source>set a new PIN for {person}</source>
        <translation>puso un PIN nuevo a {person}</translation>
    </message>
    <message>
        <source>gave {person} a badge</source>
        <translation>dio un gafete a {person}</translation>
    </message>
    <message>
        <source>took the PIN of {person} away</source>
        <translation>quitó el PIN a {person}</translation>
    </message>
    <message>
        <source>took the badge of {person} away</source>
        <translation>quitó el gafete a {person}</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>The day before</source>
        <translation>El día anterior</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>El día siguiente</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Patient, visit or ticket</source>
        <translation>Paciente, visita u hoja</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What kind</source>
        <translation>Qué clase</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Guardar en CSV…</translation>
    </message>
    <message>
        <source>No event fits</source>
        <translation>Ningún evento coincide</translation>
    </message>
    <message>
        <source>Clear the search, or choose everybody and everything.</source>
        <translation>Borre la búsqueda, o elija a todos y todo.</translation>
    </message>
    <message>
        <source>Every press, look, print and setting stands here with who and when. Choose another day.</source>
        <translation>Aquí consta cada pulsación, consulta, impresión y ajuste, con quién y cuándo. Elija otro día.</translation>
    </message>
    <message>
        <source>Nothing was recorded on this day</source>
        <translation>Ese día no se registró nada</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>Mostrar {count} más</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>Leyendo el registro…</translation>
    </message>
    <message>
        <source>Checking what was written since the last checkpoints…</source>
        <translation>Verificando lo escrito desde los últimos puntos de control…</translation>
    </message>
    <message>
        <source>Not a day up to today.</source>
        <translation>No es un día hasta hoy.</translation>
    </message>
    <message>
        <source>{count} of {all} events of the day</source>
        <translation>{count} de {all} eventos del día</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>No backup folder is chosen: choose one in Settings.</source>
        <translation>No hay carpeta de copias: elija una en Ajustes.</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Aún sin copia de seguridad</translation>
    </message>
    <message>
        <source>Last backup {time}</source>
        <translation>Última copia {time}</translation>
    </message>
    <message>
        <source>Last backup {day} {time}</source>
        <translation>Última copia {day} {time}</translation>
    </message>
    <message>
        <source>No backups are made until a folder is chosen.</source>
        <translation>No se hacen copias hasta elegir una carpeta.</translation>
    </message>
</context>
<context>
    <name>BagStrip</name>
    <message>
        <source>Edit {drug}</source>
        <translation>Editar {drug}</translation>
    </message>
    <message>
        <source>Take {drug} out</source>
        <translation>Quitar {drug}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Back to the board</source>
        <translation>Volver al tablero</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Hang</source>
        <translation>Colgar</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Bolo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>More for a line of this visit</source>
        <translation>Más para una línea de esta visita</translation>
    </message>
    <message>
        <source>Rate, bag, access, waste, a stop said later</source>
        <translation>Velocidad, bolsa, acceso, desecho, un fin anotado después</translation>
    </message>
    <message>
        <source>Chair {chair}</source>
        <translation>Sillón {chair}</translation>
    </message>
    <message>
        <source>Stop {drug}</source>
        <translation>Detener {drug}</translation>
    </message>
    <message>
        <source>Start {drug}</source>
        <translation>Iniciar {drug}</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Signed</source>
        <translation>Firmada</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Sin firmar</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>impresa</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>sin imprimir</translation>
    </message>
    <message>
        <source>chair {chair}</source>
        <translation>sillón {chair}</translation>
    </message>
    <message>
        <source>checked in</source>
        <translation>recibido</translation>
    </message>
    <message>
        <source>prepared</source>
        <translation>preparado</translation>
    </message>
    <message>
        <source>started</source>
        <translation>iniciado</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>reanudado</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
    <message>
        <source>pushed</source>
        <translation>bolo dado</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>trasladado</translation>
    </message>
    <message>
        <source>chair freed</source>
        <translation>sillón liberado</translation>
    </message>
    <message>
        <source>given to another nurse</source>
        <translation>pasado a otra persona</translation>
    </message>
    <message>
        <source>rate changed</source>
        <translation>velocidad cambiada</translation>
    </message>
    <message>
        <source>new bag</source>
        <translation>bolsa nueva</translation>
    </message>
    <message>
        <source>access changed</source>
        <translation>acceso cambiado</translation>
    </message>
    <message>
        <source>was down when the next began</source>
        <translation>ya estaba abajo al empezar el siguiente</translation>
    </message>
    <message>
        <source>{dose} in {volume}</source>
        <translation>{dose} en {volume}</translation>
    </message>
    <message>
        <source>dose not recorded</source>
        <translation>dosis no registrada</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Sin iniciar</translation>
    </message>
    <message>
        <source>Keep open is recorded and never charged, so it has no boundaries.</source>
        <translation>Mantener vía se registra y nunca se cobra: no tiene límites.</translation>
    </message>
    <message>
        <source>keep open, not charged</source>
        <translation>mantener vía, sin cargo</translation>
    </message>
    <message>
        <source>Recorded and never charged, so it has no boundaries.</source>
        <translation>Se registra y nunca se cobra: no tiene límites.</translation>
    </message>
    <message>
        <source>not charged</source>
        <translation>sin cargo</translation>
    </message>
    <message>
        <source>in {bag}</source>
        <translation>en {bag}</translation>
    </message>
    <message>
        <source>since </source>
        <translation>desde </translation>
    </message>
    <message>
        <source>keep open</source>
        <translation>mantener vía</translation>
    </message>
    <message>
        <source>no planned end</source>
        <translation>sin fin previsto</translation>
    </message>
    <message>
        <source>prepared </source>
        <translation>preparado </translation>
    </message>
    <message>
        <source>planned {duration}</source>
        <translation>previsto {duration}</translation>
    </message>
    <message>
        <source>planned end </source>
        <translation>fin previsto </translation>
    </message>
    <message>
        <source>next boundary </source>
        <translation>próx. límite </translation>
    </message>
    <message>
        <source>next </source>
        <translation>próx. </translation>
    </message>
    <message>
        <source>{shared} of {minutes} min shared with {drugs}</source>
        <translation>{shared} de {minutes} min con {drugs}</translation>
    </message>
    <message>
        <source>paused {duration}</source>
        <translation>pausa {duration}</translation>
    </message>
    <message>
        <source>Name not recorded</source>
        <translation>Nombre no registrado</translation>
    </message>
    <message>
        <source>No patient</source>
        <translation>Sin paciente</translation>
    </message>
    <message>
        <source>MRN {number}</source>
        <translation>MRN {number}</translation>
    </message>
    <message>
        <source>Free all day</source>
        <translation>Libre todo el día</translation>
    </message>
    <message>
        <source>Free since {time}</source>
        <translation>Libre desde {time}</translation>
    </message>
    <message>
        <source>Chair {chair}</source>
        <translation>Sillón {chair}</translation>
    </message>
    <message>
        <source>Nobody is expected in this chair today.</source>
        <translation>No se espera a nadie en este sillón hoy.</translation>
    </message>
    <message>
        <source>Somebody else? Check in here.</source>
        <translation>¿Otra persona? Recíbala aquí.</translation>
    </message>
    <message>
        <source>Scan a wristband, or check in by name.</source>
        <translation>Escanee una pulsera o reciba por nombre.</translation>
    </message>
    <message>
        <source>Earlier today in this chair</source>
        <translation>Antes hoy en este sillón</translation>
    </message>
    <message>
        <source>No earlier visits today.</source>
        <translation>Hoy sin visitas anteriores.</translation>
    </message>
    <message>
        <source>Expected · {what}</source>
        <translation>Esperado · {what}</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperado</translation>
    </message>
    <message>
        <source>Nobody is checked in here.</source>
        <translation>Aquí no hay nadie.</translation>
    </message>
    <message>
        <source>Checked in {time}. Nothing hung yet.</source>
        <translation>Recibido {time}. Nada colgado aún.</translation>
    </message>
    <message>
        <source>No access placed yet.</source>
        <translation>Aún sin acceso colocado.</translation>
    </message>
    <message>
        <source>{access}, placed {time}</source>
        <translation>{access}, colocado {time}</translation>
    </message>
    <message>
        <source>No earlier visit on record.</source>
        <translation>Sin visita anterior registrada.</translation>
    </message>
    <message>
        <source>Last visit {day}</source>
        <translation>Última visita {day}</translation>
    </message>
    <message>
        <source>Nothing else given today.</source>
        <translation>Nada más administrado hoy.</translation>
    </message>
    <message>
        <source>Given today</source>
        <translation>Administrado hoy</translation>
    </message>
    <message>
        <source>Given today · {count} in all</source>
        <translation>Administrado hoy · {count} en total</translation>
    </message>
    <message>
        <source>Push {time}</source>
        <translation>Bolo {time}</translation>
    </message>
    <message>
        <source>push {time}</source>
        <translation>bolo {time}</translation>
    </message>
    <message>
        <source>All lines stopped</source>
        <translation>Todo detenido</translation>
    </message>
    <message>
        <source>All lines stopped · {count} in all</source>
        <translation>Todo detenido · {count} en total</translation>
    </message>
    <message>
        <source>Ticket {number} is signed.</source>
        <translation>La hoja {number} está firmada.</translation>
    </message>
    <message>
        <source>Close when the visit is over.</source>
        <translation>Cierre cuando acabe la visita.</translation>
    </message>
    <message>
        <source>Ticket: {codes}</source>
        <translation>Hoja: {codes}</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>No falta nada.</translation>
    </message>
    <message>
        <source>1 item missing: </source>
        <translation>Falta 1 dato: </translation>
    </message>
    <message>
        <source>{count} items missing: </source>
        <translation>Faltan {count} datos: </translation>
    </message>
    <message>
        <source>1 item to look at before closing</source>
        <translation>1 dato por revisar antes de cerrar</translation>
    </message>
    <message>
        <source>{count} items to look at before closing</source>
        <translation>{count} datos por revisar antes de cerrar</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation>Preparado</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Needs stop</source>
        <translation>Falta el fin</translation>
    </message>
    <message>
        <source>Ready to close</source>
        <translation>Para cerrar</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Fuera de servicio</translation>
    </message>
    <message>
        <source>overlap: sequential</source>
        <translation>solape: secuencial</translation>
    </message>
    <message>
        <source>overlap: concurrent</source>
        <translation>solape: concurrente</translation>
    </message>
    <message>
        <source>{rate} at {time}</source>
        <translation>{rate} a las {time}</translation>
    </message>
    <message>
        <source>under {minutes} min</source>
        <translation>menos de {minutes} min</translation>
    </message>
    <message>
        <source>boundary {time}</source>
        <translation>límite {time}</translation>
    </message>
    <message>
        <source>just crossed {time}</source>
        <translation>recién pasado {time}</translation>
    </message>
    <message>
        <source>planned end passed {time}</source>
        <translation>pasó el fin previsto {time}</translation>
    </message>
    <message>
        <source>{minutes} min, charged as a push</source>
        <translation>{minutes} min, se cobra como bolo</translation>
    </message>
    <message>
        <source>still running?</source>
        <translation>¿sigue en marcha?</translation>
    </message>
    <message>
        <source>no dose yet</source>
        <translation>aún sin dosis</translation>
    </message>
    <message>
        <source>no order yet</source>
        <translation>aún sin indicación</translation>
    </message>
    <message>
        <source>no access yet</source>
        <translation>aún sin acceso</translation>
    </message>
    <message>
        <source>open at shift end</source>
        <translation>abierta al fin del turno</translation>
    </message>
    <message>
        <source>clock not trusted</source>
        <translation>reloj no fiable</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiada</translation>
    </message>
    <message>
        <source>No overlap</source>
        <translation>Sin solape</translation>
    </message>
    <message>
        <source>Sequential</source>
        <translation>Secuencial</translation>
    </message>
    <message>
        <source>injection</source>
        <translation>inyección</translation>
    </message>
    <message>
        <source>no further unit</source>
        <translation>sin más unidades</translation>
    </message>
    <message>
        <source>push</source>
        <translation>bolo</translation>
    </message>
    <message>
        <source>concurrent: once, whatever its length</source>
        <translation>concurrente: una vez, dure lo que dure</translation>
    </message>
    <message>
        <source>first hour</source>
        <translation>primera hora</translation>
    </message>
    <message>
        <source>+ 1 hour</source>
        <translation>+ 1 hora</translation>
    </message>
    <message>
        <source>+ {hours} hours</source>
        <translation>+ {hours} horas</translation>
    </message>
    <message>
        <source>no hydration</source>
        <translation>sin hidratación</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>{hours} hours</source>
        <translation>{hours} horas</translation>
    </message>
    <message>
        <source>PIV</source>
        <translation>PIV</translation>
    </message>
    <message>
        <source>Midline</source>
        <translation>Línea media</translation>
    </message>
    <message>
        <source>PICC</source>
        <translation>PICC</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Tunneled CVC</source>
        <translation>CVC tunelizado</translation>
    </message>
    <message>
        <source>CVC</source>
        <translation>CVC</translation>
    </message>
    <message>
        <source>Dialysis catheter</source>
        <translation>Catéter de diálisis</translation>
    </message>
    <message>
        <source>Subcutaneous</source>
        <translation>Subcutáneo</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>Enfermero/a</translation>
    </message>
    <message>
        <source>Move to chair</source>
        <translation>Pasar al sillón</translation>
    </message>
    <message>
        <source>The patient has left the chair</source>
        <translation>El paciente dejó el sillón</translation>
    </message>
    <message>
        <source>Back in service</source>
        <translation>En servicio</translation>
    </message>
    <message>
        <source>Check in…</source>
        <translation>Recibir…</translation>
    </message>
    <message>
        <source>Take out of service…</source>
        <translation>Poner fuera de servicio…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Míos</translation>
    </message>
</context>
<context>
    <name>BoardHead</name>
    <message>
        <source>My chairs</source>
        <translation>Mis sillones</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>Which chairs</source>
        <translation>Qué sillones</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Order of the chairs: {order}</source>
        <translation>Orden de los sillones: {order}</translation>
    </message>
    <message>
        <source>Chair order</source>
        <translation>Por sillón</translation>
    </message>
    <message>
        <source>By urgency</source>
        <translation>Por urgencia</translation>
    </message>
    <message>
        <source>Expected today, not here yet: {count}</source>
        <translation>Esperados hoy, aún no han llegado: {count}</translation>
    </message>
    <message>
        <source>Expected {count}</source>
        <translation>Esperados {count}</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Esperados</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>No chair is like that now. “All” shows every chair.</source>
        <translation>Ningún sillón está así ahora. «Todos» muestra todos.</translation>
    </message>
    <message>
        <source>No chair is yours yet. Check a patient in, or take a chair over in Room.</source>
        <translation>Ningún sillón es suyo aún. Reciba a un paciente o tome un sillón en Sala.</translation>
    </message>
    <message>
        <source>No chairs are set up. An administrator adds them in Settings.</source>
        <translation>No hay sillones. Un administrador los añade en Ajustes.</translation>
    </message>
</context>
<context>
    <name>BoundaryRuler</name>
    <message>
        <source>No boundaries</source>
        <translation>Sin límites</translation>
    </message>
    <message>
        <source>The ticket changes at minute {minutes}</source>
        <translation>La hoja cambia en el minuto {minutes}</translation>
    </message>
    <message>
        <source>The ticket changes at minute {minutes}; now at {now}</source>
        <translation>La hoja cambia en el minuto {minutes}; ahora {now}</translation>
    </message>
</context>
<context>
    <name>ChairCard</name>
    <message>
        <source>The visit so far, chair {chair}</source>
        <translation>La visita hasta ahora, sillón {chair}</translation>
    </message>
    <message>
        <source>More, chair {chair}</source>
        <translation>Más, sillón {chair}</translation>
    </message>
    <message>
        <source>Hang</source>
        <translation>Colgar</translation>
    </message>
    <message>
        <source>Hang, chair {chair}</source>
        <translation>Colgar, sillón {chair}</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Bolo</translation>
    </message>
    <message>
        <source>Push, chair {chair}</source>
        <translation>Bolo, sillón {chair}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close, chair {chair}</source>
        <translation>Cerrar, sillón {chair}</translation>
    </message>
    <message>
        <source>Check in, chair {chair}</source>
        <translation>Recibir, sillón {chair}</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Recibir</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>Names are hidden.</source>
        <translation>Los nombres están ocultos.</translation>
    </message>
    <message>
        <source>+ 1 line</source>
        <translation>+ 1 línea</translation>
    </message>
    <message>
        <source>+ {count} lines</source>
        <translation>+ {count} líneas</translation>
    </message>
    <message>
        <source>Name hidden</source>
        <translation>Nombre oculto</translation>
    </message>
</context>
<context>
    <name>ChairsStep</name>
    <message>
        <source>A count numbers them 1, 2, 3. Names stand on the cards as they are typed. Both can change later.</source>
        <translation>Una cantidad los numera 1, 2, 3. Los nombres aparecen como se escriben. Ambos pueden cambiar después.</translation>
    </message>
    <message>
        <source>Chairs</source>
        <translation>Sillones</translation>
    </message>
    <message>
        <source>How many, or their names</source>
        <translation>Cuántos, o sus nombres</translation>
    </message>
</context>
<context>
    <name>ChartingPolicy</name>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Site of the access</source>
        <translation>Lugar del acceso</translation>
    </message>
    <message>
        <source>Diluent and volume</source>
        <translation>Diluyente y volumen</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Amount opened</source>
        <translation>Cantidad abierta</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>NDC</source>
        <translation>NDC</translation>
    </message>
</context>
<context>
    <name>ChartingPolicyPanel</name>
    <message>
        <source>What is charted of each drug</source>
        <translation>Lo anotado de cada fármaco</translation>
    </message>
    <message>
        <source>Order, dose and stop are always needed. Without what is needed, nothing is signed.</source>
        <translation>Indicación, dosis y fin siempre son necesarios. Sin lo necesario no se firma nada.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Se pide</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Necesario</translation>
    </message>
</context>
<context>
    <name>ChartingView</name>
    <message>
        <source>What is charted of each drug</source>
        <translation>Lo anotado de cada fármaco</translation>
    </message>
    <message>
        <source>Nothing has been hung or pushed yet.</source>
        <translation>Nada colgado ni dado en bolo aún.</translation>
    </message>
</context>
<context>
    <name>ChartsView</name>
    <message>
        <source>Chart</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Guardar imagen…</translation>
    </message>
    <message>
        <source>Chairs in use by hour</source>
        <translation>Sillones en uso por hora</translation>
    </message>
    <message>
        <source>Minutes past the plan by hour</source>
        <translation>Minutos de más por hora</translation>
    </message>
    <message>
        <source>Missing and late times by week</source>
        <translation>Horas que faltan o tardías por semana</translation>
    </message>
    <message>
        <source>Stops around boundaries</source>
        <translation>Fines cerca de los límites</translation>
    </message>
</context>
<context>
    <name>CheckIn</name>
    <message>
        <source>The scanner types for another keyboard, or Caps Lock is on. Turn it off and scan again.</source>
        <translation>El escáner escribe para otro teclado o está activado Bloq Mayús. Desactívelo y escanee de nuevo.</translation>
    </message>
    <message>
        <source>That code is not this suite’s wristband. Scan the other code on it, or type the name.</source>
        <translation>Ese código no es la pulsera de esta sala. Escanee el otro código o escriba el nombre.</translation>
    </message>
    <message>
        <source>That code breaks off. Scan the wristband again, or type the name.</source>
        <translation>Ese código está cortado. Escanee la pulsera de nuevo o escriba el nombre.</translation>
    </message>
    <message>
        <source>That is no wristband of this suite. Scan the wristband, or type the name.</source>
        <translation>Esa no es una pulsera de esta sala. Escanee la pulsera o escriba el nombre.</translation>
    </message>
    <message>
        <source>Wristband {number} read. This patient is new here: type the name.</source>
        <translation>Pulsera {number} leída. Este paciente es nuevo aquí: escriba el nombre.</translation>
    </message>
    <message>
        <source>The name is not typed yet.</source>
        <translation>Falta escribir el nombre.</translation>
    </message>
    <message>
        <source>This name has no letter anyone can see. Type it again.</source>
        <translation>Este nombre no tiene letras visibles. Escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>This name holds hidden characters. Type it instead of pasting it.</source>
        <translation>Este nombre tiene caracteres ocultos. Escríbalo en vez de pegarlo.</translation>
    </message>
    <message>
        <source>This is longer than a name. If the scanner typed it, scan the wristband again.</source>
        <translation>Esto es más largo que un nombre. Si lo escribió el escáner, escanee la pulsera de nuevo.</translation>
    </message>
    <message>
        <source>The date of birth is not typed yet.</source>
        <translation>Falta escribir la fecha de nacimiento.</translation>
    </message>
    <message>
        <source>Write the date like 02-Feb-1961 or 2/2/1961 (month first).</source>
        <translation>Escriba la fecha como 02-feb-1961 o 2/2/1961 (mes primero).</translation>
    </message>
    <message>
        <source>The calendar has no such day. Check day and month.</source>
        <translation>El calendario no tiene ese día. Revise día y mes.</translation>
    </message>
    <message>
        <source>A date of birth cannot lie ahead. Check the year.</source>
        <translation>Una fecha de nacimiento no puede ser futura. Revise el año.</translation>
    </message>
    <message>
        <source>That is more than {years} years ago. Check the year.</source>
        <translation>Eso fue hace más de {years} años. Revise el año.</translation>
    </message>
    <message>
        <source>Name the allergies in up to 300 letters.</source>
        <translation>Escriba las alergias en hasta 300 letras.</translation>
    </message>
    <message>
        <source>Write the weight like 72, 72.5 kg or 160 lb.</source>
        <translation>Escriba el peso como 72, 72.5 kg o 160 lb.</translation>
    </message>
    <message>
        <source>That is no likely weight. Check number and unit.</source>
        <translation>Ese peso no es probable. Revise número y unidad.</translation>
    </message>
</context>
<context>
    <name>CheckInDialog</name>
    <message>
        <source>Check in</source>
        <translation>Recibir</translation>
    </message>
    <message>
        <source>Check in to chair {chair}</source>
        <translation>Recibir en el sillón {chair}</translation>
    </message>
    <message>
        <source>A name is enough to begin</source>
        <translation>Basta un nombre para empezar</translation>
    </message>
    <message>
        <source>Scan the wristband, or type the name: that is enough to begin</source>
        <translation>Escanee la pulsera o escriba el nombre: basta para empezar</translation>
    </message>
    <message>
        <source>ROE, Jane</source>
        <translation>ROE, Jane</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Patient’s name</source>
        <translation>Nombre del paciente</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>02-Feb-1961</source>
        <translation>02-feb-1961</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Sin registrar</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>MRN</source>
        <translation>MRN</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Pagador</translation>
    </message>
    <message>
        <source>Ordering provider</source>
        <translation>Profesional que indica</translation>
    </message>
    <message>
        <source>Facility, outpatient</source>
        <translation>Hospital, ambulatorio</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Consultorio</translation>
    </message>
    <message>
        <source>Inpatient</source>
        <translation>Hospitalizado</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>PIV</source>
        <translation>PIV</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>PICC</source>
        <translation>PICC</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aún ninguno</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>22 g, left forearm</source>
        <translation>22 g, antebrazo izquierdo</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Alergias</translation>
    </message>
    <message>
        <source>penicillin, latex; or none</source>
        <translation>penicilina, látex; o ninguna</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Was here earlier today</source>
        <translation>Estuvo aquí hoy</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Typed here before: {who}. Take it</source>
        <translation>Escrito aquí antes: {who}. Usarlo</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Last visit, favourites and drugs found</source>
        <translation>Última visita, favoritos y fármacos hallados</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>Enfermero/a</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Sillón</translation>
    </message>
    <message>
        <source>This shift</source>
        <translation>Este turno</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 31 days</source>
        <translation>Últimos 31 días</translation>
    </message>
    <message>
        <source>Last 92 days</source>
        <translation>Últimos 92 días</translation>
    </message>
    <message>
        <source>Every nurse</source>
        <translation>Todo el personal</translation>
    </message>
    <message>
        <source>Every chair</source>
        <translation>Todos los sillones</translation>
    </message>
    <message>
        <source>Chair {name}</source>
        <translation>Sillón {name}</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>{zone} · clock not trusted</source>
        <translation>{zone} · reloj no fiable</translation>
    </message>
</context>
<context>
    <name>Close</name>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Only a nurse signs a ticket: ask one to sign in.</source>
        <translation>Solo enfermería firma una hoja: pida a alguien que inicie sesión.</translation>
    </message>
    <message>
        <source>That password is not right: nothing was signed.</source>
        <translation>Esa contraseña no es correcta: no se firmó nada.</translation>
    </message>
    <message>
        <source>The PIN serves no longer: sign with your password.</source>
        <translation>El PIN ya no sirve: firme con su contraseña.</translation>
    </message>
    <message>
        <source>No printer is set up here: the ticket is signed; save it as a PDF.</source>
        <translation>Aquí no hay impresora: la hoja está firmada; guárdela en PDF.</translation>
    </message>
    <message>
        <source>Save the ticket as PDF</source>
        <translation>Guardar la hoja en PDF</translation>
    </message>
    <message>
        <source>{sentence} If it is right, press Enter once more.</source>
        <translation>{sentence} Si es correcta, pulse Intro otra vez.</translation>
    </message>
    <message>
        <source>prepared, not given</source>
        <translation>preparado, no dado</translation>
    </message>
    <message>
        <source>times are right</source>
        <translation>las horas son correctas</translation>
    </message>
    <message>
        <source>tolerated, no reaction</source>
        <translation>tolerado, sin reacción</translation>
    </message>
    <message>
        <source>Start of {drug} was pressed {time}: whose press?</source>
        <translation>Se pulsó Iniciar {drug} a las {time}: ¿quién fue?</translation>
    </message>
    <message>
        <source>Stop of {drug} was pressed {time}: whose press?</source>
        <translation>Se pulsó Detener {drug} a las {time}: ¿quién fue?</translation>
    </message>
    <message>
        <source>Push of {drug} was pressed {time}: whose press?</source>
        <translation>Se pulsó Bolo de {drug} a las {time}: ¿quién fue?</translation>
    </message>
    <message>
        <source>At the locked station, by somebody not named. It counts once somebody says it was hers.</source>
        <translation>En la estación bloqueada, por alguien sin nombre. Cuenta cuando alguien diga que fue suya.</translation>
    </message>
    <message>
        <source>It was me</source>
        <translation>Fui yo</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Descartar…</translation>
    </message>
    <message>
        <source>Why it did nothing</source>
        <translation>Por qué no hizo nada</translation>
    </message>
    <message>
        <source>Waste of {drug}: second signature</source>
        <translation>Desecho de {drug}: segunda firma</translation>
    </message>
    <message>
        <source>Check of {drug}: second signature</source>
        <translation>Verificación de {drug}: segunda firma</translation>
    </message>
    <message>
        <source>Not recorded. The site’s policy asks a second person to sign.</source>
        <translation>No registrado. La norma del centro pide que firme una segunda persona.</translation>
    </message>
    <message>
        <source>A colleague signs…</source>
        <translation>Firma otra persona…</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>Cerrar sin ello</translation>
    </message>
    <message>
        <source>Not recorded · held back: {lines} · {rule}</source>
        <translation>Sin registrar · retenido: {lines} · {rule}</translation>
    </message>
    <message>
        <source>A push was pressed {time}, its drug not said: whose press?</source>
        <translation>Se pulsó un bolo a las {time}, sin indicar el fármaco: ¿de quién fue la pulsación?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>{drug} was not started</source>
        <translation>{drug} no se inició</translation>
    </message>
    <message>
        <source>Prepared {time}. It is charged only when it has run.</source>
        <translation>Preparado {time}. Se cobra solo cuando ha corrido.</translation>
    </message>
    <message>
        <source>Not given: take it off</source>
        <translation>No dado: quitarlo</translation>
    </message>
    <message>
        <source>{drug} is still up</source>
        <translation>{drug} sigue en marcha</translation>
    </message>
    <message>
        <source>Since {time}. If the bag is down, stop it; the time can be corrected.</source>
        <translation>Desde {time}. Si la bolsa ya no está, deténgalo; la hora puede corregirse.</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Detener ya</translation>
    </message>
    <message>
        <source>Response to {drugs}</source>
        <translation>Respuesta a {drugs}</translation>
    </message>
    <message>
        <source>Not recorded. The site’s charting policy asks for it · R13</source>
        <translation>No registrado. La norma de registro del centro lo pide · R13</translation>
    </message>
    <message>
        <source>Tolerated, no reaction</source>
        <translation>Tolerado, sin reacción</translation>
    </message>
    <message>
        <source>Reaction…</source>
        <translation>Reacción…</translation>
    </message>
    <message>
        <source>What happened, and when</source>
        <translation>Qué pasó y cuándo</translation>
    </message>
    <message>
        <source>Order for {drug}</source>
        <translation>Indicación de {drug}</translation>
    </message>
    <message>
        <source>Order is on file</source>
        <translation>Hay indicación</translation>
    </message>
    <message>
        <source>Not recorded · {rule}</source>
        <translation>No registrado · {rule}</translation>
    </message>
    <message>
        <source>Dose of {drug}</source>
        <translation>Dosis de {drug}</translation>
    </message>
    <message>
        <source>Type the dose…</source>
        <translation>Escribir la dosis…</translation>
    </message>
    <message>
        <source>400 mg</source>
        <translation>400 mg</translation>
    </message>
    <message>
        <source>Times are right</source>
        <translation>Horas correctas</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Añadirlo</translation>
    </message>
    <message>
        <source>Amount opened of {drug}</source>
        <translation>Cantidad abierta de {drug}</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} y {last}</translation>
    </message>
    <message>
        <source>The day of this care is over: this is an attestation, dated now.</source>
        <translation>El día de esta atención terminó: esto es una declaración, con fecha de ahora.</translation>
    </message>
    <message>
        <source>You charted none of this care: this is an attestation.</source>
        <translation>Usted no anotó esta atención: esto es una declaración.</translation>
    </message>
    <message>
        <source>The day is over and you charted none of this care: this is an attestation, dated now.</source>
        <translation>El día terminó y usted no anotó esta atención: esto es una declaración, con fecha de ahora.</translation>
    </message>
    <message>
        <source>“I was responsible for this care. I attest its times after the day, from the record as it stands.”</source>
        <translation>«Fui responsable de esta atención. Declaro sus horas después del día, según el registro tal como está.»</translation>
    </message>
    <message>
        <source>“Others charted this care. I attest from the record that it was given as charted.”</source>
        <translation>«Otras personas anotaron esta atención. Declaro, según el registro, que se dio como se anotó.»</translation>
    </message>
    <message>
        <source>“Others charted this care. After the day I attest from the record that it was given as charted.”</source>
        <translation>«Otras personas anotaron esta atención. Después del día declaro, según el registro, que se dio como se anotó.»</translation>
    </message>
    <message>
        <source>“I was responsible for this care and the times are true to the best of my knowledge.”</source>
        <translation>«Fui responsable de esta atención y las horas son verdaderas según mi leal saber.»</translation>
    </message>
</context>
<context>
    <name>CloseHead</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Ready to close</source>
        <translation>Para cerrar</translation>
    </message>
    <message>
        <source>Did it come out?</source>
        <translation>¿Salió?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Yes, it came out</source>
        <translation>Sí, salió</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Reimprimir</translation>
    </message>
    <message>
        <source>last stop {time}</source>
        <translation>último fin {time}</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Firmada</translation>
    </message>
    <message>
        <source>{number} was sent {time}.</source>
        <translation>{number} se envió {time}.</translation>
    </message>
</context>
<context>
    <name>ClosePage</name>
    <message>
        <source>Close and sign</source>
        <translation>Cerrar y firmar</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>whole page</source>
        <translation>página entera</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar en PDF</translation>
    </message>
    <message>
        <source>no charge lines</source>
        <translation>sin líneas de cargo</translation>
    </message>
    <message>
        <source>page 1 of {pages} · {paper}</source>
        <translation>página 1 de {pages} · {paper}</translation>
    </message>
    <message>
        <source>Free the chair</source>
        <translation>Liberar el sillón</translation>
    </message>
    <message>
        <source>Nothing was given: there is no ticket to sign. Free the chair.</source>
        <translation>No se administró nada: no hay hoja que firmar. Libere el sillón.</translation>
    </message>
    <message>
        <source>Nothing was given: the record is signed without charges.</source>
        <translation>No se administró nada: el registro se firma sin cargos.</translation>
    </message>
    <message>
        <source>held back: {lines}</source>
        <translation>retenido: {lines}</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Volver al tablero</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Sign without charges</source>
        <translation>Firmar sin cargos</translation>
    </message>
    <message>
        <source>Attest</source>
        <translation>Declarar</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>Attest and print</source>
        <translation>Declarar e imprimir</translation>
    </message>
    <message>
        <source>Sign and print</source>
        <translation>Firmar e imprimir</translation>
    </message>
    <message>
        <source>Something above blocks the signature. Nothing is lost.</source>
        <translation>Algo de arriba bloquea la firma. Nada se pierde.</translation>
    </message>
    <message>
        <source>Type the password.</source>
        <translation>Escriba la contraseña.</translation>
    </message>
    <message>
        <source>Type the six digits of the PIN.</source>
        <translation>Escriba los seis dígitos del PIN.</translation>
    </message>
    <message>
        <source>{title}: not recorded. Sign once more to close without it.</source>
        <translation>{title}: no registrado. Firme otra vez para cerrar sin ello.</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Firmando…</translation>
    </message>
    <message>
        <source>Wrong PIN. Nothing was signed. One try is left.</source>
        <translation>PIN incorrecto. No se firmó nada. Queda un intento.</translation>
    </message>
    <message>
        <source>Wrong PIN. Nothing was signed. {left} tries are left.</source>
        <translation>PIN incorrecto. No se firmó nada. Quedan {left} intentos.</translation>
    </message>
    <message>
        <source>Ten wrong PINs: the PIN has ended. Sign with the password.</source>
        <translation>Diez PIN incorrectos: el PIN se anuló. Firme con la contraseña.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>Bloquear la pantalla</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>Encounter</source>
        <translation>Encuentro</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Hojas</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Turno</translation>
    </message>
    <message>
        <source>Drugs</source>
        <translation>Fármacos</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Códigos</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>page</source>
        <translation>página</translation>
    </message>
    <message>
        <source>action</source>
        <translation>acción</translation>
    </message>
    <message>
        <source>Expected today</source>
        <translation>Esperados hoy</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>My chairs</source>
        <translation>Mis sillones</translation>
    </message>
    <message>
        <source>Room, all chairs</source>
        <translation>Sala, todos los sillones</translation>
    </message>
    <message>
        <source>Show chairs: {which}</source>
        <translation>Mostrar sillones: {which}</translation>
    </message>
    <message>
        <source>Light look</source>
        <translation>Aspecto claro</translation>
    </message>
    <message>
        <source>Dark look</source>
        <translation>Aspecto oscuro</translation>
    </message>
    <message>
        <source>High contrast look</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>High contrast dark look</source>
        <translation>Alto contraste oscuro</translation>
    </message>
    <message>
        <source>appearance</source>
        <translation>aspecto</translation>
    </message>
</context>
<context>
    <name>Correct</name>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>kept and printed with it</source>
        <translation>se guarda y se imprime con ello</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>MRN</source>
        <translation>MRN</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Chair {chair} · charted as {name}</source>
        <translation>Sillón {chair} · anotado como {name}</translation>
    </message>
    <message>
        <source>Another patient sits here</source>
        <translation>Aquí está otro paciente</translation>
    </message>
    <message>
        <source>Correct the patient</source>
        <translation>Corregir el paciente</translation>
    </message>
    <message>
        <source>wrong patient chosen</source>
        <translation>se eligió otro paciente</translation>
    </message>
    <message>
        <source>misspelt</source>
        <translation>mal escrito</translation>
    </message>
    <message>
        <source>It was chair</source>
        <translation>Era el sillón</translation>
    </message>
    <message>
        <source>{name} · charted in chair {chair}</source>
        <translation>{name} · anotado en el sillón {chair}</translation>
    </message>
    <message>
        <source>It was another chair</source>
        <translation>Era otro sillón</translation>
    </message>
    <message>
        <source>Correct the chair</source>
        <translation>Corregir el sillón</translation>
    </message>
    <message>
        <source>wrong chair pressed</source>
        <translation>se pulsó otro sillón</translation>
    </message>
    <message>
        <source>{drug} was another drug</source>
        <translation>{drug} era otro fármaco</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>Era</translation>
    </message>
    <message>
        <source>{drug}, of the drug table; the dose is kept</source>
        <translation>{drug}, de la tabla de fármacos; la dosis se conserva</translation>
    </message>
    <message>
        <source>Not in the drug table: it is charted as typed, without a code.</source>
        <translation>No está en la tabla de fármacos: se anota como se escribió, sin código.</translation>
    </message>
    <message>
        <source>wrong drug chosen</source>
        <translation>se eligió otro fármaco</translation>
    </message>
    <message>
        <source>Correct the drug</source>
        <translation>Corregir el fármaco</translation>
    </message>
    <message>
        <source>The dose of {drug} was another</source>
        <translation>La dosis de {drug} era otra</translation>
    </message>
    <message>
        <source>Dose given</source>
        <translation>Dosis dada</translation>
    </message>
    <message>
        <source>dose</source>
        <translation>dosis</translation>
    </message>
    <message>
        <source>typing mistake</source>
        <translation>error al escribir</translation>
    </message>
    <message>
        <source>not all was given</source>
        <translation>no se dio todo</translation>
    </message>
    <message>
        <source>Correct the dose</source>
        <translation>Corregir la dosis</translation>
    </message>
    <message>
        <source>{drug} never ran here</source>
        <translation>{drug} nunca corrió aquí</translation>
    </message>
    <message>
        <source>charted on the wrong patient</source>
        <translation>anotado en otro paciente</translation>
    </message>
    <message>
        <source>hung, and never started</source>
        <translation>colgado y nunca iniciado</translation>
    </message>
    <message>
        <source>Take the line off</source>
        <translation>Quitar la línea</translation>
    </message>
    <message>
        <source>chair {chair} · {name}</source>
        <translation>sillón {chair} · {name}</translation>
    </message>
    <message>
        <source>{drug} hung with another patient</source>
        <translation>{drug} corrió con otro paciente</translation>
    </message>
    <message>
        <source>choose the patient</source>
        <translation>elija al paciente</translation>
    </message>
    <message>
        <source>It hung with</source>
        <translation>Corrió con</translation>
    </message>
    <message>
        <source>Nobody is chosen, so nothing was moved: choose the patient.</source>
        <translation>No se eligió a nadie: no se movió nada; elija al paciente.</translation>
    </message>
    <message>
        <source>Move the line</source>
        <translation>Pasar la línea</translation>
    </message>
    <message>
        <source>Drug</source>
        <translation>Fármaco</translation>
    </message>
    <message>
        <source>What kind of drug is {drug}?</source>
        <translation>¿Qué tipo de fármaco es {drug}?</translation>
    </message>
    <message>
        <source>choose the kind</source>
        <translation>elija el tipo</translation>
    </message>
    <message>
        <source>Charged as</source>
        <translation>Se cobra como</translation>
    </message>
    <message>
        <source>in no drug table</source>
        <translation>en ninguna tabla de fármacos</translation>
    </message>
    <message>
        <source>No kind is chosen, so nothing was changed: choose one.</source>
        <translation>No hay tipo elegido: no se cambió nada; elija uno.</translation>
    </message>
    <message>
        <source>as the payer wants it</source>
        <translation>como lo pide el pagador</translation>
    </message>
    <message>
        <source>as it was ordered</source>
        <translation>como se indicó</translation>
    </message>
    <message>
        <source>Save the kind</source>
        <translation>Guardar el tipo</translation>
    </message>
    <message>
        <source>complex: {kind}</source>
        <translation>compleja: {kind}</translation>
    </message>
    <message>
        <source>Charted as {kind}.</source>
        <translation>Anotado como {kind}.</translation>
    </message>
    <message>
        <source>Now {kind}, by the site’s policy for {payer}.</source>
        <translation>Ahora {kind}, por la política del centro para {payer}.</translation>
    </message>
    <message>
        <source>Now {kind}, by the drug table.</source>
        <translation>Ahora {kind}, por la tabla de fármacos.</translation>
    </message>
    <message>
        <source>In no drug table: charged as {kind} until somebody says.</source>
        <translation>En ninguna tabla de fármacos: se cobra como {kind} hasta que alguien lo diga.</translation>
    </message>
</context>
<context>
    <name>Credentials</name>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>PIN or badge</source>
        <translation>PIN o gafete</translation>
    </message>
    <message>
        <source>Use the PIN</source>
        <translation>Usar el PIN</translation>
    </message>
    <message>
        <source>Use the password</source>
        <translation>Usar la contraseña</translation>
    </message>
    <message>
        <source>Ten wrong PINs: the PIN has ended. The password signs in; Settings takes a new PIN.</source>
        <translation>Diez PIN incorrectos: el PIN se anuló. Entre con la contraseña; en Ajustes se pone un PIN nuevo.</translation>
    </message>
    <message>
        <source>Wrong PIN. One try is left.</source>
        <translation>PIN incorrecto. Queda un intento.</translation>
    </message>
    <message>
        <source>Wrong PIN. {left} tries are left.</source>
        <translation>PIN incorrecto. Quedan {left} intentos.</translation>
    </message>
    <message>
        <source>Ten wrong passwords for this name: wait five minutes, then try once more. Timers go on. An administrator can give a new password at once.</source>
        <translation>Diez contraseñas incorrectas para este nombre: espere cinco minutos e inténtelo una vez. Los tiempos siguen. Un administrador puede dar una nueva de inmediato.</translation>
    </message>
    <message>
        <source>Nobody here has this badge. Choose your name and type the PIN.</source>
        <translation>Nadie aquí tiene este gafete. Elija su nombre y escriba el PIN.</translation>
    </message>
    <message>
        <source>Name or password is wrong. Timers go on; try again.</source>
        <translation>Nombre o contraseña incorrectos. Los tiempos siguen; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>A PIN has six digits.</source>
        <translation>Un PIN tiene seis dígitos.</translation>
    </message>
    <message>
        <source>Type the password.</source>
        <translation>Escriba la contraseña.</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>A made-up suite. Everybody’s password is “{password}”; PINs: {pins}.</source>
        <translation>Una sala inventada. La contraseña de todos es «{password}»; PIN: {pins}.</translation>
    </message>
</context>
<context>
    <name>DiagnosesTab</name>
    <message>
        <source>Diagnoses</source>
        <translation>Diagnósticos</translation>
    </message>
    <message>
        <source>Code or words, such as K50.90 or Crohn</source>
        <translation>Código o palabras, como K50.90 o Crohn</translation>
    </message>
    <message>
        <source>Add a diagnosis</source>
        <translation>Añadir diagnóstico</translation>
    </message>
    <message>
        <source>No code fits. Type a whole code like K50.90, or fewer letters.</source>
        <translation>Ningún código coincide. Escriba el código entero, como K50.90, o menos letras.</translation>
    </message>
    <message>
        <source>99213</source>
        <translation>99213</translation>
    </message>
    <message>
        <source>E/M code</source>
        <translation>Código E/M</translation>
    </message>
    <message>
        <source>Separate from the infusion (25)</source>
        <translation>Aparte de la infusión (25)</translation>
    </message>
    <message>
        <source>Add E/M</source>
        <translation>Añadir E/M</translation>
    </message>
    <message>
        <source>No diagnosis is recorded yet.</source>
        <translation>Aún no hay ningún diagnóstico registrado.</translation>
    </message>
    <message>
        <source>Five characters, such as 99213 or G0463.</source>
        <translation>Cinco caracteres, como 99213 o G0463.</translation>
    </message>
    <message>
        <source>Choose one of those found, or write the whole code like K50.90.</source>
        <translation>Elija uno de los hallados o escriba el código entero, como K50.90.</translation>
    </message>
    <message>
        <source>Not the form of an ICD-10-CM code. Write it like K50.90.</source>
        <translation>No tiene la forma de un código ICD-10-CM. Escríbalo como K50.90.</translation>
    </message>
    <message>
        <source>{code} is in the list already.</source>
        <translation>{code} ya está en la lista.</translation>
    </message>
</context>
<context>
    <name>DiagnosisItem</name>
    <message>
        <source>first-listed</source>
        <translation>primero de la lista</translation>
    </message>
    <message>
        <source>List {code} first</source>
        <translation>Poner {code} primero</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primero</translation>
    </message>
    <message>
        <source>Take {code} out</source>
        <translation>Quitar {code}</translation>
    </message>
</context>
<context>
    <name>DialogFrame</name>
    <message>
        <source>Close without saving</source>
        <translation>Cerrar sin guardar</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>pushed {time}, the time is kept</source>
        <translation>administrado {time}, la hora se guarda</translation>
    </message>
</context>
<context>
    <name>DiskWatch</name>
    <message>
        <source>Only {left} are left on this computer’s disk, and nothing is kept back: presses will soon not be saved; have space made now.</source>
        <translation>Quedan solo {left} en el disco de este equipo y ninguna reserva: pronto no se guardarán las pulsaciones; pida que hagan espacio ya.</translation>
    </message>
    <message>
        <source>Only {left} are left on this computer’s disk: presses are still saved; have space made today.</source>
        <translation>Quedan solo {left} en el disco de este equipo: las pulsaciones aún se guardan; pida que hagan espacio hoy.</translation>
    </message>
</context>
<context>
    <name>DoorFrame</name>
    <message>
        <source>Press now</source>
        <translation>Pulsar ya</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
</context>
<context>
    <name>DoseForm</name>
    <message>
        <source>Dose given</source>
        <translation>Dosis dada</translation>
    </message>
    <message>
        <source>Opened, in all</source>
        <translation>Abierto, en total</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>opcional</translation>
    </message>
    <message>
        <source>Ordered for</source>
        <translation>Indicado para</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Single-dose</source>
        <translation>Monodosis</translation>
    </message>
    <message>
        <source>Multi-dose</source>
        <translation>Multidosis</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Envase</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>dose</source>
        <translation>dosis</translation>
    </message>
    <message>
        <source>amount opened</source>
        <translation>cantidad abierta</translation>
    </message>
    <message>
        <source>{sentence} If it is right, save once more.</source>
        <translation>{sentence} Si es correcta, guarde otra vez.</translation>
    </message>
    <message>
        <source>Write whole minutes, 1 to 1440.</source>
        <translation>Escriba minutos enteros, de 1 a 1440.</translation>
    </message>
</context>
<context>
    <name>Doubt</name>
    <message>
        <source>The time is recorded: {time}. Until this is answered no dose is.</source>
        <translation>La hora está registrada: {time}. La dosis no lo está hasta que se responda.</translation>
    </message>
    <message>
        <source>{drug}: {dose} was typed, and is not confirmed</source>
        <translation>{drug}: se escribió {dose}, sin confirmar</translation>
    </message>
    <message>
        <source>{dose}: the usual is {usual}.</source>
        <translation>{dose}: lo habitual es {usual}.</translation>
    </message>
    <message>
        <source>{dose} is {times} times the usual {usual}.</source>
        <translation>{dose} es {times} veces lo habitual, {usual}.</translation>
    </message>
    <message>
        <source>{dose} is a thousandth of the usual {usual}.</source>
        <translation>{dose} es la milésima parte de lo habitual, {usual}.</translation>
    </message>
    <message>
        <source>{dose} is one part in {times} of the usual {usual}.</source>
        <translation>{dose} es {times} veces menos que lo habitual, {usual}.</translation>
    </message>
    <message>
        <source>{dose}: this drug is counted in {unit}.</source>
        <translation>{dose}: este fármaco se cuenta en {unit}.</translation>
    </message>
</context>
<context>
    <name>DoubtDialog</name>
    <message>
        <source>{drug}: which dose is right?</source>
        <translation>{drug}: ¿cuál dosis es correcta?</translation>
    </message>
    <message>
        <source>Not now: the dose stays to be charted</source>
        <translation>Ahora no: la dosis queda por anotar</translation>
    </message>
</context>
<context>
    <name>Downtime</name>
    <message>
        <source>The printer “{printer}” is not there: nothing was printed, there or elsewhere. Save the sheet as a PDF, or write on any paper.</source>
        <translation>La impresora «{printer}» no está: no se imprimió nada, ni allí ni en otra parte. Guarde la hoja como PDF, o escriba en cualquier papel.</translation>
    </message>
    <message>
        <source>Save the downtime sheet as PDF</source>
        <translation>Guardar la hoja de contingencia en PDF</translation>
    </message>
    <message>
        <source>No printer is chosen here, so nothing was printed: press once more to print on “{printer}”, this computer’s default printer, or choose another in Settings.</source>
        <translation>Aquí no se ha elegido impresora y no se imprimió nada: pulse otra vez para imprimir en «{printer}», la predeterminada de este equipo, o elija otra en Ajustes.</translation>
    </message>
    <message>
        <source>The downtime sheet is in {path}: print it.</source>
        <translation>La hoja de contingencia está en {path}: imprímala.</translation>
    </message>
</context>
<context>
    <name>DrugDelegate</name>
    <message>
        <source>favourite</source>
        <translation>favorito</translation>
    </message>
    <message>
        <source>{count} codes</source>
        <translation>{count} códigos</translation>
    </message>
    <message>
        <source>no code today</source>
        <translation>hoy sin código</translation>
    </message>
</context>
<context>
    <name>DrugDetail</name>
    <message>
        <source>Container</source>
        <translation>Envase</translation>
    </message>
    <message>
        <source>not a favourite</source>
        <translation>no es favorito</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoritos</translation>
    </message>
    <message>
        <source>no brand in the table</source>
        <translation>sin marca en la tabla</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Payers</source>
        <translation>Pagadores</translation>
    </message>
    <message>
        <source>payers differ</source>
        <translation>los pagadores difieren</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Take out of the favourites</source>
        <translation>Quitar de los favoritos</translation>
    </message>
    <message>
        <source>Keep as a favourite</source>
        <translation>Guardar como favorito</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Códigos</translation>
    </message>
    <message>
        <source>NOT IN FORCE TODAY</source>
        <translation>HOY NO VIGENTE</translation>
    </message>
    <message>
        <source>then {code}</source>
        <translation>luego {code}</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Fuente: {source}</translation>
    </message>
</context>
<context>
    <name>DrugList</name>
    <message>
        <source>Drugs</source>
        <translation>Fármacos</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>favorito</translation>
    </message>
</context>
<context>
    <name>Drugs</name>
    <message>
        <source>therapeutic</source>
        <translation>terapéutico</translation>
    </message>
    <message>
        <source>chemotherapy</source>
        <translation>quimioterapia</translation>
    </message>
    <message>
        <source>complex biologic</source>
        <translation>biológico complejo</translation>
    </message>
    <message>
        <source>hormonal antineoplastic</source>
        <translation>hormonal contra el cáncer</translation>
    </message>
    <message>
        <source>hydration</source>
        <translation>hidratación</translation>
    </message>
    <message>
        <source>single-dose container</source>
        <translation>envase monodosis</translation>
    </message>
    <message>
        <source>multiple-dose container</source>
        <translation>envase multidosis</translation>
    </message>
    <message>
        <source>payable</source>
        <translation>pagado aparte</translation>
    </message>
    <message>
        <source>packaged</source>
        <translation>incluido</translation>
    </message>
    <message>
        <source>per {unit}</source>
        <translation>por {unit}</translation>
    </message>
    <message>
        <source>in force, first day not recorded</source>
        <translation>vigente, primer día no registrado</translation>
    </message>
    <message>
        <source>in force since {begin}</source>
        <translation>vigente desde {begin}</translation>
    </message>
    <message>
        <source>in force until {end}</source>
        <translation>vigente hasta {end}</translation>
    </message>
    <message>
        <source>in force {begin} to {end}</source>
        <translation>vigente de {begin} a {end}</translation>
    </message>
    <message>
        <source>in {diluent}</source>
        <translation>en {diluent}</translation>
    </message>
</context>
<context>
    <name>DrugsPage</name>
    <message>
        <source>The chosen drug</source>
        <translation>El fármaco elegido</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoritos</translation>
    </message>
    <message>
        <source>Which drugs</source>
        <translation>Qué fármacos</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Ordenar</translation>
    </message>
    <message>
        <source>Drug, brand or code</source>
        <translation>Fármaco, marca o código</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Drugs</source>
        <translation>Fármacos</translation>
    </message>
    <message>
        <source>Open a drug and keep it as a favourite: at the chair it is the first thing offered.</source>
        <translation>Abra un fármaco y guárdelo como favorito: junto al sillón es lo primero que se ofrece.</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <translation>Aún no hay favoritos</translation>
    </message>
    <message>
        <source>Try fewer letters, a brand or a code, or show all.</source>
        <translation>Pruebe con menos letras, una marca o un código, o muestre todos.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se halló nada</translation>
    </message>
    <message>
        <source>{count} of {all} drugs</source>
        <translation>{count} de {all} fármacos</translation>
    </message>
</context>
<context>
    <name>EncounterBanner</name>
    <message>
        <source>Signed</source>
        <translation>Firmada</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Consultorio</translation>
    </message>
    <message>
        <source>Inpatient</source>
        <translation>Hospitalizado</translation>
    </message>
    <message>
        <source>MRN {mrn}</source>
        <translation>MRN {mrn}</translation>
    </message>
    <message>
        <source>payer</source>
        <translation>pagador</translation>
    </message>
    <message>
        <source>ordered by</source>
        <translation>indicado por</translation>
    </message>
    <message>
        <source>no diagnosis yet</source>
        <translation>aún sin diagnóstico</translation>
    </message>
    <message>
        <source>Start {drug}, chair {chair}</source>
        <translation>Iniciar {drug}, sillón {chair}</translation>
    </message>
    <message>
        <source>Pause {drug}, chair {chair}</source>
        <translation>Pausar {drug}, sillón {chair}</translation>
    </message>
    <message>
        <source>Resume {drug}, chair {chair}</source>
        <translation>Reanudar {drug}, sillón {chair}</translation>
    </message>
    <message>
        <source>Stop {drug}, chair {chair}</source>
        <translation>Detener {drug}, sillón {chair}</translation>
    </message>
</context>
<context>
    <name>EncounterCharting</name>
    <message>
        <source>order</source>
        <translation>indicación</translation>
    </message>
    <message>
        <source>access</source>
        <translation>acceso</translation>
    </message>
    <message>
        <source>dose</source>
        <translation>dosis</translation>
    </message>
    <message>
        <source>start</source>
        <translation>inicio</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>fin</translation>
    </message>
    <message>
        <source>response</source>
        <translation>respuesta</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>firmado</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>registrado</translation>
    </message>
    <message>
        <source>nothing to record yet</source>
        <translation>aún nada que registrar</translation>
    </message>
    <message>
        <source>running</source>
        <translation>corre</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausa</translation>
    </message>
</context>
<context>
    <name>EncounterEvents</name>
    <message>
        <source>first charted {time}</source>
        <translation>primero anotado {time}</translation>
    </message>
    <message>
        <source>does not count: the line was taken off</source>
        <translation>no cuenta: se quitó la línea</translation>
    </message>
    <message>
        <source>chair {chair}</source>
        <translation>sillón {chair}</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>no cuenta</translation>
    </message>
    <message>
        <source>corrected {time}</source>
        <translation>corregido {time}</translation>
    </message>
    <message>
        <source>charted {time}</source>
        <translation>anotado {time}</translation>
    </message>
    <message>
        <source>hydration</source>
        <translation>hidratación</translation>
    </message>
    <message>
        <source>carrier</source>
        <translation>portador</translation>
    </message>
    <message>
        <source>flush</source>
        <translation>lavado</translation>
    </message>
    <message>
        <source>keep open</source>
        <translation>mantener vía</translation>
    </message>
    <message>
        <source>part of a procedure</source>
        <translation>parte de un procedimiento</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>completado</translation>
    </message>
    <message>
        <source>reaction</source>
        <translation>reacción</translation>
    </message>
    <message>
        <source>access failed</source>
        <translation>falló el acceso</translation>
    </message>
    <message>
        <source>patient&apos;s wish</source>
        <translation>a petición del paciente</translation>
    </message>
    <message>
        <source>ordered</source>
        <translation>por indicación</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>urgencia</translation>
    </message>
    <message>
        <source>other reason</source>
        <translation>otro motivo</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Iniciado</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Reanudado</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Pushed</source>
        <translation>Bolo dado</translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation>Preparado</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Stop reason</source>
        <translation>Motivo del fin</translation>
    </message>
    <message>
        <source>lot {lot}</source>
        <translation>lote {lot}</translation>
    </message>
    <message>
        <source>New bag</source>
        <translation>Bolsa nueva</translation>
    </message>
    <message>
        <source>{drug} to access {letter}</source>
        <translation>{drug} al acceso {letter}</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Trasladado</translation>
    </message>
    <message>
        <source>opened {amount}</source>
        <translation>abierto {amount}</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dosis</translation>
    </message>
    <message>
        <source>witness {person}</source>
        <translation>testigo {person}</translation>
    </message>
    <message>
        <source>no witness recorded</source>
        <translation>sin testigo registrado</translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation>Desechado</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Vitals</source>
        <translation>Signos vitales</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reacción</translation>
    </message>
    <message>
        <source>the clock was set by {minutes} min</source>
        <translation>el reloj se ajustó {minutes} min</translation>
    </message>
    <message>
        <source>Times in doubt</source>
        <translation>Horas dudosas</translation>
    </message>
    <message>
        <source>Times confirmed</source>
        <translation>Horas confirmadas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Modifiers</source>
        <translation>Modificadores</translation>
    </message>
    <message>
        <source>BP {high}/{low}</source>
        <translation>PA {high}/{low}</translation>
    </message>
    <message>
        <source>pulse {number}</source>
        <translation>pulso {number}</translation>
    </message>
    <message>
        <source>resp {number}</source>
        <translation>resp {number}</translation>
    </message>
    <message>
        <source>SpO2 {number} %</source>
        <translation>SpO2 {number} %</translation>
    </message>
    <message>
        <source>pain {number}/10</source>
        <translation>dolor {number}/10</translation>
    </message>
    <message>
        <source>Order on file</source>
        <translation>Hay indicación</translation>
    </message>
    <message>
        <source>No order on file</source>
        <translation>No hay indicación</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Moved to chair</source>
        <translation>Pasado al sillón</translation>
    </message>
    <message>
        <source>Chair freed</source>
        <translation>Sillón liberado</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>Enfermero/a</translation>
    </message>
    <message>
        <source>Handed over to</source>
        <translation>Entregado a</translation>
    </message>
    <message>
        <source>Access {letter}</source>
        <translation>Acceso {letter}</translation>
    </message>
    <message>
        <source>Diagnoses</source>
        <translation>Diagnósticos</translation>
    </message>
    <message>
        <source>E/M charted</source>
        <translation>E/M anotado</translation>
    </message>
    <message>
        <source>Patient corrected</source>
        <translation>Paciente corregido</translation>
    </message>
    <message>
        <source>an attestation, after the day of the care</source>
        <translation>declaración, después del día de la atención</translation>
    </message>
    <message>
        <source>an attestation, charted by others</source>
        <translation>declaración, la anotaron otras personas</translation>
    </message>
    <message>
        <source>an attestation, after the day, charted by others</source>
        <translation>declaración, después del día, la anotaron otras personas</translation>
    </message>
    <message>
        <source>Start pressed</source>
        <translation>Inicio pulsado</translation>
    </message>
    <message>
        <source>Stop pressed</source>
        <translation>Fin pulsado</translation>
    </message>
    <message>
        <source>Push pressed</source>
        <translation>Bolo pulsado</translation>
    </message>
    <message>
        <source>at the locked station, by somebody not named</source>
        <translation>en la estación bloqueada, por alguien sin nombre</translation>
    </message>
    <message>
        <source>Press claimed</source>
        <translation>Pulsación reconocida</translation>
    </message>
    <message>
        <source>Press discarded</source>
        <translation>Pulsación descartada</translation>
    </message>
    <message>
        <source>Check signed by a second person</source>
        <translation>Verificación firmada por otra persona</translation>
    </message>
    <message>
        <source>Waste signed by a second person</source>
        <translation>Desecho firmado por otra persona</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Reabierto</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>versión {number}</translation>
    </message>
    <message>
        <source>Attested</source>
        <translation>Declarada</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Firmada</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Impresa</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportada</translation>
    </message>
    <message>
        <source>access {letter}</source>
        <translation>acceso {letter}</translation>
    </message>
    <message>
        <source>station</source>
        <translation>estación</translation>
    </message>
</context>
<context>
    <name>EncounterFindings</name>
    <message>
        <source>favourites say {vials}</source>
        <translation>los favoritos dicen {vials}</translation>
    </message>
    <message>
        <source>{number} drugs</source>
        <translation>{number} fármacos</translation>
    </message>
    <message>
        <source>{drug}: started {start}, before the check-in {opened}</source>
        <translation>{drug}: iniciado {start}, antes de recibir {opened}</translation>
    </message>
    <message>
        <source>charted so: “{reason}”</source>
        <translation>anotado así: «{reason}»</translation>
    </message>
    <message>
        <source>one of the two times is put right, or both stand</source>
        <translation>se corrige una de las dos horas, o quedan ambas</translation>
    </message>
    <message>
        <source>Correct check-in</source>
        <translation>Corregir la recepción</translation>
    </message>
    <message>
        <source>Correct start</source>
        <translation>Corregir el inicio</translation>
    </message>
    <message>
        <source>Times are right</source>
        <translation>Horas correctas</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>Tolerated</source>
        <translation>Tolerado</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>nothing to fix</source>
        <translation>nada que corregir</translation>
    </message>
    <message>
        <source>nothing blocks</source>
        <translation>nada bloquea</translation>
    </message>
    <message>
        <source>{number} block</source>
        <translation>{number} bloquean</translation>
    </message>
    <message>
        <source>{number} to fix</source>
        <translation>{number} por corregir</translation>
    </message>
    <message>
        <source>{number} to know</source>
        <translation>{number} informativos</translation>
    </message>
    <message>
        <source>Chart vials</source>
        <translation>Anotar viales</translation>
    </message>
    <message>
        <source>Order on file</source>
        <translation>Hay indicación</translation>
    </message>
    <message>
        <source>Chart dose</source>
        <translation>Anotar dosis</translation>
    </message>
    <message>
        <source>Chart access</source>
        <translation>Anotar acceso</translation>
    </message>
    <message>
        <source>Diagnoses</source>
        <translation>Diagnósticos</translation>
    </message>
    <message>
        <source>Stopped earlier</source>
        <translation>Se detuvo antes</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Correct time</source>
        <translation>Corregir hora</translation>
    </message>
    <message>
        <source>Say which kind</source>
        <translation>Decir qué tipo</translation>
    </message>
    <message>
        <source>Chart response</source>
        <translation>Anotar respuesta</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Anotar</translation>
    </message>
    <message>
        <source>Show line</source>
        <translation>Ver línea</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bloquea</translation>
    </message>
    <message>
        <source>To fix</source>
        <translation>Por corregir</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>Informativo</translation>
    </message>
</context>
<context>
    <name>EncounterModifiers</name>
    <message>
        <source>a separate service</source>
        <translation>un servicio aparte</translation>
    </message>
    <message>
        <source>another visit that day</source>
        <translation>otra visita ese día</translation>
    </message>
    <message>
        <source>another practitioner</source>
        <translation>otro profesional</translation>
    </message>
    <message>
        <source>another site</source>
        <translation>otro lugar</translation>
    </message>
    <message>
        <source>nothing in common with the other</source>
        <translation>nada en común con el otro</translation>
    </message>
    <message>
        <source>repeated by the same person</source>
        <translation>repetido por la misma persona</translation>
    </message>
    <message>
        <source>repeated by somebody else</source>
        <translation>repetido por otra persona</translation>
    </message>
    <message>
        <source>less than the whole service</source>
        <translation>menos que el servicio entero</translation>
    </message>
    <message>
        <source>stopped for the patient’s sake</source>
        <translation>detenido por el bien del paciente</translation>
    </message>
    <message>
        <source>excluded by law</source>
        <translation>excluido por ley</translation>
    </message>
    <message>
        <source>notice of liability on file</source>
        <translation>aviso de responsabilidad en el registro</translation>
    </message>
    <message>
        <source>no notice on file</source>
        <translation>sin aviso en el registro</translation>
    </message>
    <message>
        <source>voluntary notice</source>
        <translation>aviso voluntario</translation>
    </message>
    <message>
        <source>given into a vein</source>
        <translation>dado en una vena</translation>
    </message>
    <message>
        <source>given under the skin</source>
        <translation>dado bajo la piel</translation>
    </message>
    <message>
        <source>bought under 340B</source>
        <translation>comprado por 340B</translation>
    </message>
    <message>
        <source>anaemia from chemotherapy</source>
        <translation>anemia por quimioterapia</translation>
    </message>
    <message>
        <source>anaemia from radiotherapy</source>
        <translation>anemia por radioterapia</translation>
    </message>
    <message>
        <source>another anaemia</source>
        <translation>otra anemia</translation>
    </message>
    <message>
        <source>department off campus</source>
        <translation>departamento fuera del campus</translation>
    </message>
    <message>
        <source>department off campus, not excepted</source>
        <translation>departamento fuera del campus, sin excepción</translation>
    </message>
    <message>
        <source>what the policy asks is on file</source>
        <translation>consta lo que pide la norma</translation>
    </message>
    <message>
        <source>disaster</source>
        <translation>desastre</translation>
    </message>
    <message>
        <source>under trial itself</source>
        <translation>lo que se ensaya</translation>
    </message>
    <message>
        <source>routine care in a trial</source>
        <translation>atención habitual en un ensayo</translation>
    </message>
</context>
<context>
    <name>EncounterOrders</name>
    <message>
        <source>{dose} given</source>
        <translation>{dose} dado</translation>
    </message>
    <message>
        <source>dose not recorded</source>
        <translation>dosis no registrada</translation>
    </message>
    <message>
        <source>opened {amount}</source>
        <translation>abierto {amount}</translation>
    </message>
    <message>
        <source>no order on file</source>
        <translation>sin indicación</translation>
    </message>
    <message>
        <source>order on file</source>
        <translation>hay indicación</translation>
    </message>
</context>
<context>
    <name>EncounterPage</name>
    <message>
        <source>Encounter</source>
        <translation>Encuentro</translation>
    </message>
    <message>
        <source>WHAT IF</source>
        <translation>¿Y SI…?</translation>
    </message>
</context>
<context>
    <name>EncounterTicket</name>
    <message>
        <source>Administration</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>Drugs</source>
        <translation>Fármacos</translation>
    </message>
    <message>
        <source>Nothing is charged yet. Lines appear as minutes and doses are charted.</source>
        <translation>Aún no se cobra nada. Las líneas aparecen al anotar minutos y dosis.</translation>
    </message>
    <message>
        <source>DRAFT</source>
        <translation>BORRADOR</translation>
    </message>
    <message>
        <source>SIGNED · {number} · version {version}</source>
        <translation>FIRMADA · {number} · versión {version}</translation>
    </message>
    <message>
        <source>packaged, no JW or JZ</source>
        <translation>incluido, sin JW ni JZ</translation>
    </message>
    <message>
        <source>held back: order and dose not charted</source>
        <translation>retenido: indicación y dosis sin registrar</translation>
    </message>
    <message>
        <source>held back: order not charted</source>
        <translation>retenido: indicación sin registrar</translation>
    </message>
    <message>
        <source>held back: dose not charted</source>
        <translation>retenido: dosis sin registrar</translation>
    </message>
    <message>
        <source>Order on file</source>
        <translation>Hay indicación</translation>
    </message>
    <message>
        <source>Chart dose</source>
        <translation>Anotar dosis</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{number} drugs</source>
        <translation>{number} fármacos</translation>
    </message>
    <message>
        <source>Not charged: {drugs}</source>
        <translation>Sin cargo: {drugs}</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>The record is being brought up to date for this version, once: {percent} % done. Nothing that was saved is touched.</source>
        <translation>El registro se pone al día para esta versión, una sola vez: {percent} % hecho. No se toca nada de lo guardado.</translation>
    </message>
    <message>
        <source>The record is not in every place what was written: {problem} Go on, nothing more is lost; have the administrator run “nursedesk verify” today.</source>
        <translation>El registro no es en todas partes lo que se escribió: {problem} Siga, no se pierde nada más; pida al administrador que ejecute hoy «nursedesk verify».</translation>
    </message>
    <message>
        <source>One entry that the disk had refused is in the record now, out of the emergency journal: do not enter it again from paper.</source>
        <translation>Una anotación que el disco había rechazado ya está en el registro, desde el diario de emergencia: no la vuelva a escribir del papel.</translation>
    </message>
    <message>
        <source>{count} entries that the disk had refused are in the record now, out of the emergency journal: do not enter them again from paper.</source>
        <translation>{count} anotaciones que el disco había rechazado ya están en el registro, desde el diario de emergencia: no las vuelva a escribir del papel.</translation>
    </message>
    <message>
        <source>One entry of the emergency journal was not written whole and could not be used: enter it from paper; its file is kept for the administrator.</source>
        <translation>Una anotación del diario de emergencia no se escribió entera y no se pudo usar: escríbala del papel; su archivo se guarda para el administrador.</translation>
    </message>
    <message>
        <source>{count} entries of the emergency journal were not written whole and could not be used: enter them from paper; their file is kept for the administrator.</source>
        <translation>{count} anotaciones del diario de emergencia no se escribieron enteras y no se pudieron usar: escríbalas del papel; su archivo se guarda para el administrador.</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Events of the day, newest first</source>
        <translation>Eventos del día, los últimos primero</translation>
    </message>
</context>
<context>
    <name>EventsList</name>
    <message>
        <source>Events of the visit</source>
        <translation>Eventos de la visita</translation>
    </message>
</context>
<context>
    <name>ExpectedDialog</name>
    <message>
        <source>Expected today</source>
        <translation>Esperados hoy</translation>
    </message>
    <message>
        <source>Take a CSV file</source>
        <translation>Leer un archivo CSV</translation>
    </message>
    <message>
        <source>{day} · 1 not here yet</source>
        <translation>{day} · 1 aún por llegar</translation>
    </message>
    <message>
        <source>{day} · {count} not here yet</source>
        <translation>{day} · {count} aún por llegar</translation>
    </message>
    <message>
        <source>{day} · nobody is expected</source>
        <translation>{day} · no se espera a nadie</translation>
    </message>
    <message>
        <source>Nobody is on the list</source>
        <translation>La lista está vacía</translation>
    </message>
    <message>
        <source>Type a name below, or take a CSV file with the day’s list.</source>
        <translation>Escriba un nombre abajo o lea un archivo CSV con la lista del día.</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>no vino</translation>
    </message>
    <message>
        <source>moved to another day</source>
        <translation>pasado a otro día</translation>
    </message>
    <message>
        <source>on the list by mistake</source>
        <translation>en la lista por error</translation>
    </message>
</context>
<context>
    <name>ExpectedEntry</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>VANCE, Tomas</source>
        <translation>VANCE, Tomas</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Previsto</translation>
    </message>
    <message>
        <source>iron sucrose 200 mg</source>
        <translation>hierro sacarosa 200 mg</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>02-Feb-1961</source>
        <translation>02-feb-1961</translation>
    </message>
    <message>
        <source>MRN</source>
        <translation>MRN</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>opcional</translation>
    </message>
    <message>
        <source>Any chair</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Chair</source>
        <translation>Sillón</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
</context>
<context>
    <name>ExpectedItem</name>
    <message>
        <source>{name} is not coming</source>
        <translation>{name} no viene</translation>
    </message>
    <message>
        <source>Not coming</source>
        <translation>No viene</translation>
    </message>
    <message>
        <source>No free chair</source>
        <translation>Sin sillón libre</translation>
    </message>
    <message>
        <source>Check in · chair {chair}</source>
        <translation>Recibir · sillón {chair}</translation>
    </message>
    <message>
        <source>chair {chair} is not free</source>
        <translation>el sillón {chair} no está libre</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>{what}: {done} of {total} visits</source>
        <translation>{what}: {done} de {total} visitas</translation>
    </message>
</context>
<context>
    <name>Family</name>
    <message>
        <source>a therapeutic infusion</source>
        <translation>una infusión terapéutica</translation>
    </message>
    <message>
        <source>chemotherapy</source>
        <translation>quimioterapia</translation>
    </message>
    <message>
        <source>a complex biologic</source>
        <translation>un biológico complejo</translation>
    </message>
    <message>
        <source>a hormonal antineoplastic</source>
        <translation>un hormonal contra el cáncer</translation>
    </message>
    <message>
        <source>hydration</source>
        <translation>hidratación</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>Something went wrong in the program ({where}). What was shown as Saved is safe: report it.</source>
        <translation>Algo falló en el programa ({where}). Lo que se mostró como Guardado está a salvo: avise.</translation>
    </message>
</context>
<context>
    <name>FigureLine</name>
    <message>
        <source>visits</source>
        <translation>visitas</translation>
    </message>
    <message>
        <source>lines still up</source>
        <translation>líneas en marcha</translation>
    </message>
    <message>
        <source>late or corrected</source>
        <translation>tardías o corregidas</translation>
    </message>
    <message>
        <source>to sign</source>
        <translation>por firmar</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Which chairs to show</source>
        <translation>Qué sillones mostrar</translation>
    </message>
    <message>
        <source>Show {which}: {count}</source>
        <translation>Mostrar {which}: {count}</translation>
    </message>
    <message>
        <source>More chairs to show</source>
        <translation>Más sillones para mostrar</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>chair {chair}</source>
        <translation>sillón {chair}</translation>
    </message>
    <message>
        <source>drug</source>
        <translation>fármaco</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>sin firmar</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Scan the bag, or type a drug</source>
        <translation>Escanee la bolsa o escriba un fármaco</translation>
    </message>
    <message>
        <source>Scan the vial or syringe, or type a drug</source>
        <translation>Escanee el vial o la jeringa, o escriba un fármaco</translation>
    </message>
    <message>
        <source>Scan or type a drug</source>
        <translation>Escanee o escriba un fármaco</translation>
    </message>
    <message>
        <source>Drug</source>
        <translation>Fármaco</translation>
    </message>
    <message>
        <source>Arrange the favourites</source>
        <translation>Ordenar los favoritos</translation>
    </message>
    <message>
        <source>No drug is called that: choose one below with the arrows, or the name as typed.</source>
        <translation>Ningún fármaco se llama así: elija uno abajo con las flechas, o el nombre como se escribió.</translation>
    </message>
    <message>
        <source>This is neither a drug’s name nor a code that can be read. Scan again, or type the drug.</source>
        <translation>No es el nombre de un fármaco ni un código legible. Escanee de nuevo o escriba el fármaco.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Ninguno de estos</translation>
    </message>
    <message>
        <source>choose the drug by its name</source>
        <translation>elija el fármaco por su nombre</translation>
    </message>
    <message>
        <source>lot on the label</source>
        <translation>lote en la etiqueta</translation>
    </message>
    <message>
        <source>type the lot from the label</source>
        <translation>escriba el lote de la etiqueta</translation>
    </message>
    <message>
        <source>Type the drug’s name; what the label says is kept.</source>
        <translation>Escriba el nombre del fármaco; lo que dice la etiqueta se conserva.</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Nothing to fix, nothing to know.</source>
        <translation>Nada que corregir, nada que saber.</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Charting</source>
        <translation>Registro</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>Found</source>
        <translation>Hallado</translation>
    </message>
</context>
<context>
    <name>Glass</name>
    <message>
        <source>nobody else is here</source>
        <translation>no hay nadie más</translation>
    </message>
    <message>
        <source>emergency at the chair</source>
        <translation>emergencia en el sillón</translation>
    </message>
    <message>
        <source>Do you have to chart in an emergency?</source>
        <translation>¿Tiene que anotar en una emergencia?</translation>
    </message>
    <message>
        <source>It is recorded with your name and your reason, and ends when the desk locks.</source>
        <translation>Se registra con su nombre y su motivo, y termina al bloquear.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Break glass</source>
        <translation>Romper el cristal</translation>
    </message>
    <message>
        <source>You chart until the desk locks. Everything is recorded as an emergency.</source>
        <translation>Puede anotar hasta el bloqueo. Todo se registra como emergencia.</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>nothing hung</source>
        <translation>nada colgado</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Hand over</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Choose a nurse</source>
        <translation>Elija a quién</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Nothing to hand over</source>
        <translation>Nada que entregar</translation>
    </message>
    <message>
        <source>You have nobody in a chair.</source>
        <translation>No tiene a nadie en un sillón.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Hang</name>
    <message>
        <source>Choose a drug from the list, or type its name.</source>
        <translation>Elija un fármaco de la lista o escriba su nombre.</translation>
    </message>
    <message>
        <source>dose</source>
        <translation>dosis</translation>
    </message>
    <message>
        <source>A lot number has up to 20 characters.</source>
        <translation>Un número de lote tiene hasta 20 caracteres.</translation>
    </message>
    <message>
        <source>Write 30-Jun-2027 or 06/2027.</source>
        <translation>Escriba 30-jun-2027 o 06/2027.</translation>
    </message>
    <message>
        <source>An NDC has 10 or 11 digits, like 50242-150-01.</source>
        <translation>Un NDC tiene 10 u 11 dígitos, como 50242-150-01.</translation>
    </message>
    <message>
        <source>amount opened</source>
        <translation>cantidad abierta</translation>
    </message>
    <message>
        <source>planned end</source>
        <translation>fin previsto</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>volumen</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>velocidad</translation>
    </message>
    <message>
        <source>step</source>
        <translation>paso</translation>
    </message>
    <message>
        <source>This lot has expired. Check the label.</source>
        <translation>Este lote está caducado. Revise la etiqueta.</translation>
    </message>
    <message>
        <source>Less was opened than the dose takes. Check both.</source>
        <translation>Se abrió menos de lo que pide la dosis. Revise ambos.</translation>
    </message>
    <message>
        <source>There is a code for bags of {sizes} mL. This one is charted without a code.</source>
        <translation>Hay código para bolsas de {sizes} mL. Esta se anota sin código.</translation>
    </message>
    <message>
        <source>Opened {count} × {each}</source>
        <translation>Abiertos {count} × {each}</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Alergias</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>ninguna conocida</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Drug</source>
        <translation>Fármaco</translation>
    </message>
    <message>
        <source>Bag</source>
        <translation>Bolsa</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Planned length</source>
        <translation>Duración prevista</translation>
    </message>
    <message>
        <source>supplied by the clinic</source>
        <translation>entregada por la clínica</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>lot {lot}</source>
        <translation>lote {lot}</translation>
    </message>
    <message>
        <source>, {minutes} min each</source>
        <translation>, {minutes} min cada uno</translation>
    </message>
</context>
<context>
    <name>HangDialog</name>
    <message>
        <source>Push for {name}</source>
        <translation>Bolo para {name}</translation>
    </message>
    <message>
        <source>Hang for {name}</source>
        <translation>Colgar para {name}</translation>
    </message>
    <message>
        <source>Cancel, keep what is typed</source>
        <translation>Cancelar, conservar lo escrito</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Preparar</translation>
    </message>
    <message>
        <source>Kept from before.</source>
        <translation>Conservado de antes.</translation>
    </message>
    <message>
        <source>order signed {day}</source>
        <translation>indicación firmada {day}</translation>
    </message>
    <message>
        <source>ordered {dose}</source>
        <translation>indicado {dose}</translation>
    </message>
    <message>
        <source>Choose a drug</source>
        <translation>Elija un fármaco</translation>
    </message>
    <message>
        <source>Give now</source>
        <translation>Dar ahora</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Iniciar ya</translation>
    </message>
    <message>
        <source>chair {chair}</source>
        <translation>sillón {chair}</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoritos</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>Dar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Last visit, {day}</source>
        <translation>Última visita, {day}</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Última visita</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Hallado</translation>
    </message>
    <message>
        <source>Not in the drug table</source>
        <translation>No está en la tabla de fármacos</translation>
    </message>
    <message>
        <source>as typed, without a drug code</source>
        <translation>como se escribió, sin código de fármaco</translation>
    </message>
</context>
<context>
    <name>HangFields</name>
    <message>
        <source>Keep as a favourite</source>
        <translation>Guardar como favorito</translation>
    </message>
    <message>
        <source>In the same syringe</source>
        <translation>En la misma jeringa</translation>
    </message>
    <message>
        <source>In the same bag</source>
        <translation>En la misma bolsa</translation>
    </message>
    <message>
        <source>Drug in the same syringe</source>
        <translation>Fármaco en la misma jeringa</translation>
    </message>
    <message>
        <source>Drug in the same bag</source>
        <translation>Fármaco en la misma bolsa</translation>
    </message>
    <message>
        <source>Another drug in the same bag or syringe</source>
        <translation>Otro fármaco en la misma bolsa o jeringa</translation>
    </message>
    <message>
        <source>Order on file</source>
        <translation>Hay indicación</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dosis</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Diluent</source>
        <translation>Diluyente</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Each step</source>
        <translation>Cada paso</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Planned end</source>
        <translation>Fin previsto</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>Caducidad</translation>
    </message>
    <message>
        <source>NDC</source>
        <translation>NDC</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>New access</source>
        <translation>Acceso nuevo</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Kind of access</source>
        <translation>Tipo de acceso</translation>
    </message>
    <message>
        <source>22 g, left hand</source>
        <translation>22 g, mano izquierda</translation>
    </message>
    <message>
        <source>Why a second access</source>
        <translation>Por qué un segundo acceso</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Finalidad</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Vía</translation>
    </message>
    <message>
        <source>The clinic supplies the pump</source>
        <translation>La clínica entrega la bomba</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>sterile water</source>
        <translation>agua estéril</translation>
    </message>
    <message>
        <source>premixed bag</source>
        <translation>bolsa premezclada</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>Ya no es favorito</translation>
    </message>
</context>
<context>
    <name>HangNote</name>
    <message>
        <source>Scan or choose the next drug of this bag.</source>
        <translation>Escanee o elija el siguiente fármaco de esta bolsa.</translation>
    </message>
    <message>
        <source>Complete at once: the record takes the time of the press.</source>
        <translation>Completo al momento: el registro toma la hora de la pulsación.</translation>
    </message>
    <message>
        <source>Recorded with its times, and not charged.</source>
        <translation>Se registra con sus horas y no se cobra.</translation>
    </message>
    <message>
        <source>Hydration: minutes beside a drug are recorded and not counted twice.</source>
        <translation>Hidratación: los minutos junto a un fármaco se registran y no cuentan dos veces.</translation>
    </message>
    <message>
        <source>Not in this suite’s drug table: it is charted as typed and a biller sees a finding.</source>
        <translation>No está en la tabla de fármacos: se anota como se escribió y facturación verá un hallazgo.</translation>
    </message>
    <message>
        <source>{payer} takes it as {family}: {reason}</source>
        <translation>{payer} lo toma como {family}: {reason}</translation>
    </message>
    <message>
        <source>Payers differ on this drug; the site’s policy for this payer decides.</source>
        <translation>Los pagadores difieren en este fármaco; decide la norma del centro para este pagador.</translation>
    </message>
    <message>
        <source>Charged as {family}. Only minutes that run count.</source>
        <translation>Se cobra como {family}. Solo cuentan los minutos en marcha.</translation>
    </message>
    <message>
        <source>Goes home: its start is charged, with the clinic’s pump.</source>
        <translation>Va a casa: se cobra su inicio, con la bomba de la clínica.</translation>
    </message>
    <message>
        <source>Goes home: its start is charged, the pump is not the clinic’s.</source>
        <translation>Va a casa: se cobra su inicio; la bomba no es de la clínica.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>KeptPanel</name>
    <message>
        <source>Backups and emergency journal</source>
        <translation>Copias y diario de emergencia</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Carpeta de copias</translation>
    </message>
    <message>
        <source>Folder of the emergency journal</source>
        <translation>Carpeta del diario de emergencia</translation>
    </message>
    <message>
        <source>Both best on another disk: what fails takes the record’s own disk with it.</source>
        <translation>Ambos mejor en otro disco: lo que falla se lleva el disco del registro.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Remove the last digit</source>
        <translation>Borrar el último dígito</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Aceptar</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>the pages, from the top</source>
        <translation>las páginas, desde arriba</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>this sheet</source>
        <translation>esta hoja de teclas</translation>
    </message>
    <message>
        <source>lock the screen</source>
        <translation>bloquear la pantalla</translation>
    </message>
    <message>
        <source>to the next control; Shift Tab back</source>
        <translation>al control siguiente; Shift Tab atrás</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>from chair to chair</source>
        <translation>de sillón a sillón</translation>
    </message>
    <message>
        <source>open the visit, or check in</source>
        <translation>abrir la visita o recibir</translation>
    </message>
    <message>
        <source>hang</source>
        <translation>colgar</translation>
    </message>
    <message>
        <source>push</source>
        <translation>bolo</translation>
    </message>
    <message>
        <source>everything else at this chair and its lines</source>
        <translation>todo lo demás de este sillón y sus líneas</translation>
    </message>
    <message>
        <source>take the last press back</source>
        <translation>deshacer la última pulsación</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>find anything, do anything</source>
        <translation>buscar o hacer cualquier cosa</translation>
    </message>
    <message>
        <source>put away what is open</source>
        <translation>cerrar lo abierto</translation>
    </message>
    <message>
        <source>start or stop the line that is marked or overdue</source>
        <translation>iniciar o detener la línea marcada o vencida</translation>
    </message>
    <message>
        <source>stop what has run longest</source>
        <translation>detener lo que lleva más tiempo</translation>
    </message>
    <message>
        <source>rate, bag, access, waste, a stop said later</source>
        <translation>velocidad, bolsa, acceso, desecho, un fin anotado después</translation>
    </message>
    <message>
        <source>zoom the timeline, show it whole</source>
        <translation>ampliar la línea de tiempo, verla entera</translation>
    </message>
    <message>
        <source>go along the timeline</source>
        <translation>recorrer la línea de tiempo</translation>
    </message>
    <message>
        <source>from line to line on the timeline</source>
        <translation>de línea en línea en la línea de tiempo</translation>
    </message>
    <message>
        <source>edit the time of what is chosen</source>
        <translation>editar la hora de lo elegido</translation>
    </message>
    <message>
        <source>A time that is typed</source>
        <translation>Una hora que se escribe</translation>
    </message>
    <message>
        <source>five minutes earlier</source>
        <translation>cinco minutos antes</translation>
    </message>
    <message>
        <source>that minute of the clock</source>
        <translation>ese minuto del reloj</translation>
    </message>
    <message>
        <source>a minute later, a minute earlier</source>
        <translation>un minuto después, un minuto antes</translation>
    </message>
</context>
<context>
    <name>KeysStep</name>
    <message>
        <source>The record is encrypted. This computer’s keyring opens it every day; the passphrase opens it when the keyring cannot, on a new computer for instance.</source>
        <translation>El registro está cifrado. El llavero de este equipo lo abre cada día; la frase de paso lo abre cuando el llavero no puede, por ejemplo en un equipo nuevo.</translation>
    </message>
    <message>
        <source>Passphrase and backups</source>
        <translation>Frase de paso y copias</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de paso</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Repita la frase de paso</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Carpeta de copias</translation>
    </message>
    <message>
        <source>None for now</source>
        <translation>Ninguna por ahora</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Four or five words are strong and easy to keep. It is asked seldom, so write it down.</source>
        <translation>Cuatro o cinco palabras son seguras y fáciles de recordar. Se pide rara vez: anótela.</translation>
    </message>
    <message>
        <source>Best on another disk. It can be set later.</source>
        <translation>Mejor en otro disco. Se puede fijar después.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>running</source>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>shared minutes</source>
        <translation>minutos compartidos</translation>
    </message>
    <message>
        <source>push</source>
        <translation>bolo</translation>
    </message>
    <message>
        <source>ticket changes</source>
        <translation>cambia la hoja</translation>
    </message>
    <message>
        <source>Legend: {words}</source>
        <translation>Leyenda: {words}</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Press to dismiss</source>
        <translation>Pulse para descartar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Stop {drug}, chair {chair}</source>
        <translation>Detener {drug}, sillón {chair}</translation>
    </message>
    <message>
        <source>Start {drug}, chair {chair}</source>
        <translation>Iniciar {drug}, sillón {chair}</translation>
    </message>
    <message>
        <source>Resume {drug}, chair {chair}</source>
        <translation>Reanudar {drug}, sillón {chair}</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>chair {chair}</source>
        <translation>sillón {chair}</translation>
    </message>
    <message>
        <source>Change the rate of {drug}</source>
        <translation>Cambiar la velocidad de {drug}</translation>
    </message>
    <message>
        <source>now {rate}</source>
        <translation>ahora {rate}</translation>
    </message>
    <message>
        <source>New rate</source>
        <translation>Velocidad nueva</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>velocidad</translation>
    </message>
    <message>
        <source>A rate is in mL/h: type 125 or 125 mL/h.</source>
        <translation>Una velocidad va en mL/h: escriba 125 o 125 mL/h.</translation>
    </message>
    <message>
        <source>Change the rate</source>
        <translation>Cambiar la velocidad</translation>
    </message>
    <message>
        <source>New bag of {drug}</source>
        <translation>Bolsa nueva de {drug}</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>opcional</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Caduca</translation>
    </message>
    <message>
        <source>06/2027, optional</source>
        <translation>06/2027, opcional</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>volumen</translation>
    </message>
    <message>
        <source>Hang the bag</source>
        <translation>Colgar la bolsa</translation>
    </message>
    <message>
        <source>That is no date: type it like 06/2027 or 2027-06-30.</source>
        <translation>Eso no es una fecha: escríbala como 06/2027 o 2027-06-30.</translation>
    </message>
    <message>
        <source>Change the access of {drug}</source>
        <translation>Cambiar el acceso de {drug}</translation>
    </message>
    <message>
        <source>Runs through</source>
        <translation>Pasa por</translation>
    </message>
    <message>
        <source>Site, for a new one</source>
        <translation>Lugar, si es nuevo</translation>
    </message>
    <message>
        <source>22 g, left hand</source>
        <translation>22 g, mano izquierda</translation>
    </message>
    <message>
        <source>Change the access</source>
        <translation>Cambiar el acceso</translation>
    </message>
    <message>
        <source>a new one: {device}</source>
        <translation>uno nuevo: {device}</translation>
    </message>
    <message>
        <source>Waste of {drug}</source>
        <translation>Desecho de {drug}</translation>
    </message>
    <message>
        <source>Nobody, no witness</source>
        <translation>Nadie, sin testigo</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>Desechado</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Presenciado por</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>cantidad</translation>
    </message>
    <message>
        <source>Chart the waste</source>
        <translation>Anotar el desecho</translation>
    </message>
    <message>
        <source>Drug</source>
        <translation>Fármaco</translation>
    </message>
    <message>
        <source>{drug} was disconnected at</source>
        <translation>{drug} se desconectó a las</translation>
    </message>
    <message>
        <source>{drug} was stopped at</source>
        <translation>{drug} se detuvo a las</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>-5m or 14:02</source>
        <translation>-5m o 14:02</translation>
    </message>
    <message>
        <source>Why it is charted later</source>
        <translation>Por qué se anota después</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>Stop it then</source>
        <translation>Detener entonces</translation>
    </message>
    <message>
        <source>was down when the next one began</source>
        <translation>ya no estaba al empezar la siguiente</translation>
    </message>
    <message>
        <source>Stop it, free the chair</source>
        <translation>Detener y liberar el sillón</translation>
    </message>
    <message>
        <source>more than 5 minutes ago needs a reason</source>
        <translation>hace más de 5 minutos: necesita un motivo</translation>
    </message>
    <message>
        <source>calculated from volume and rate</source>
        <translation>calculada por volumen y velocidad</translation>
    </message>
    <message>
        <source>{time}, calculated from volume and rate</source>
        <translation>{time}, calculada por volumen y velocidad</translation>
    </message>
    <message>
        <source>{time}, {length} ago</source>
        <translation>{time}, hace {length}</translation>
    </message>
    <message>
        <source>Type -5m, or a time such as 14:02.</source>
        <translation>Escriba -5m o una hora, como 14:02.</translation>
    </message>
    <message>
        <source>That is still to come.</source>
        <translation>Eso aún no ha llegado.</translation>
    </message>
    <message>
        <source>The clock showed that minute twice: add the zone, as in 01:30 EST.</source>
        <translation>El reloj mostró ese minuto dos veces: añada la zona, como en 01:30 EST.</translation>
    </message>
    <message>
        <source>The clock never showed that minute.</source>
        <translation>El reloj nunca mostró ese minuto.</translation>
    </message>
    <message>
        <source>Not a time. Type -5m, or 24-hour time such as 14:02.</source>
        <translation>No es una hora. Escriba -5m o la hora en 24 horas, como 14:02.</translation>
    </message>
    <message>
        <source>Why {drug} was stopped</source>
        <translation>Por qué se detuvo {drug}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Save the reason</source>
        <translation>Guardar el motivo</translation>
    </message>
    <message>
        <source>Take the stop of {drug} back</source>
        <translation>Retirar el fin de {drug}</translation>
    </message>
    <message>
        <source>stopped the wrong line</source>
        <translation>se detuvo la línea equivocada</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>the line was started again</source>
        <translation>la línea se inició de nuevo</translation>
    </message>
    <message>
        <source>The line runs on</source>
        <translation>La línea sigue</translation>
    </message>
    <message>
        <source>Disconnected at…</source>
        <translation>Desconectado a las…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Change the rate…</source>
        <translation>Cambiar la velocidad…</translation>
    </message>
    <message>
        <source>New bag…</source>
        <translation>Bolsa nueva…</translation>
    </message>
    <message>
        <source>Change the access…</source>
        <translation>Cambiar el acceso…</translation>
    </message>
    <message>
        <source>Waste…</source>
        <translation>Desecho…</translation>
    </message>
    <message>
        <source>Stopped earlier…</source>
        <translation>Se detuvo antes…</translation>
    </message>
    <message>
        <source>Why it was stopped…</source>
        <translation>Por qué se detuvo…</translation>
    </message>
    <message>
        <source>Take the stop back…</source>
        <translation>Retirar el fin…</translation>
    </message>
    <message>
        <source>It was another drug…</source>
        <translation>Era otro fármaco…</translation>
    </message>
    <message>
        <source>It was another dose…</source>
        <translation>Era otra dosis…</translation>
    </message>
    <message>
        <source>It is another kind of drug…</source>
        <translation>Es otro tipo de fármaco…</translation>
    </message>
    <message>
        <source>It hung with another patient…</source>
        <translation>Corrió con otro paciente…</translation>
    </message>
    <message>
        <source>It never ran here…</source>
        <translation>Nunca corrió aquí…</translation>
    </message>
    <message>
        <source>Another patient sits here…</source>
        <translation>Aquí está otro paciente…</translation>
    </message>
    <message>
        <source>It was another chair…</source>
        <translation>Era otro sillón…</translation>
    </message>
    <message>
        <source>No overlap</source>
        <translation>Sin solape</translation>
    </message>
    <message>
        <source>Times are right</source>
        <translation>Horas correctas</translation>
    </message>
    <message>
        <source>times are right</source>
        <translation>las horas son correctas</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>Locked. Nothing runs.</source>
        <translation>Bloqueado. Nada en marcha.</translation>
    </message>
    <message>
        <source>Locked. One line runs on, and its timer with it.</source>
        <translation>Bloqueado. Una línea sigue en marcha, y su tiempo con ella.</translation>
    </message>
    <message>
        <source>Locked. {count} lines run on, and their timers with them.</source>
        <translation>Bloqueado. {count} líneas siguen en marcha, y sus tiempos con ellas.</translation>
    </message>
</context>
<context>
    <name>LookingAnew</name>
    <message>
        <source>{minutes} min is charged as a push. Times right?</source>
        <translation>{minutes} min se cobra como bolo. ¿Horas correctas?</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>Encounter</source>
        <translation>Encuentro</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Hojas</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Turno</translation>
    </message>
    <message>
        <source>Drugs</source>
        <translation>Fármacos</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Códigos</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>Quitar este mensaje</translation>
    </message>
</context>
<context>
    <name>MinutesStrip</name>
    <message>
        <source>Charted minutes</source>
        <translation>Minutos anotados</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>135</source>
        <translation>135</translation>
    </message>
    <message>
        <source>Charted minutes to try out</source>
        <translation>Minutos anotados para probar</translation>
    </message>
    <message>
        <source>Type minutes to see what they give in each place, and when that changes.</source>
        <translation>Escriba minutos para ver qué dan en cada lugar y cuándo cambia.</translation>
    </message>
</context>
<context>
    <name>MissingItem</name>
    <message>
        <source>Nothing is typed yet.</source>
        <translation>Aún no se ha escrito nada.</translation>
    </message>
</context>
<context>
    <name>MissingSection</name>
    <message>
        <source>Nothing is missing</source>
        <translation>No falta nada</translation>
    </message>
    <message>
        <source>One thing is missing</source>
        <translation>Falta un dato</translation>
    </message>
    <message>
        <source>{count} things are missing</source>
        <translation>Faltan {count} datos</translation>
    </message>
    <message>
        <source>nothing blocks</source>
        <translation>nada bloquea</translation>
    </message>
    <message>
        <source>{count} block the signature</source>
        <translation>{count} bloquean la firma</translation>
    </message>
    <message>
        <source>blocks the signature</source>
        <translation>bloquea la firma</translation>
    </message>
    <message>
        <source>one blocks the signature</source>
        <translation>uno bloquea la firma</translation>
    </message>
</context>
<context>
    <name>ModifiersBar</name>
    <message>
        <source>Modifiers</source>
        <translation>Modificadores</translation>
    </message>
    <message>
        <source>Drug</source>
        <translation>Fármaco</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Modificador</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Elija uno</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Reason for it</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add the modifier</source>
        <translation>Añadir el modificador</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Choose a modifier first.</source>
        <translation>Elija primero un modificador.</translation>
    </message>
    <message>
        <source>Say why in a few words.</source>
        <translation>Diga por qué en pocas palabras.</translation>
    </message>
    <message>
        <source>Take {modifier} off</source>
        <translation>Quitar {modifier}</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>NavButton</name>
    <message>
        <source>{count} waiting</source>
        <translation>{count} en espera</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>Notes of the visit</source>
        <translation>Notas de la visita</translation>
    </message>
    <message>
        <source>Nothing is noted yet.</source>
        <translation>Aún no hay nada anotado.</translation>
    </message>
    <message>
        <source>What the note is about</source>
        <translation>De qué trata la nota</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escriba una nota</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>Añadir la nota</translation>
    </message>
    <message>
        <source>Vitals</source>
        <translation>Signos vitales</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reacción</translation>
    </message>
    <message>
        <source>What is noted</source>
        <translation>Lo anotado</translation>
    </message>
    <message>
        <source>tolerated well</source>
        <translation>bien tolerado</translation>
    </message>
    <message>
        <source>no reaction</source>
        <translation>sin reacción</translation>
    </message>
    <message>
        <source>reaction, see note</source>
        <translation>reacción, vea la nota</translation>
    </message>
    <message>
        <source>About the visit</source>
        <translation>Sobre la visita</translation>
    </message>
    <message>
        <source>Response to {drug}</source>
        <translation>Respuesta a {drug}</translation>
    </message>
    <message>
        <source>How did the patient take it?</source>
        <translation>¿Cómo lo toleró el paciente?</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>nothing recorded about it</source>
        <translation>nada registrado al respecto</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>descartado</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corregido</translation>
    </message>
</context>
<context>
    <name>OrderItem</name>
    <message>
        <source>Order on file, {drug}</source>
        <translation>Hay indicación, {drug}</translation>
    </message>
    <message>
        <source>Order on file</source>
        <translation>Hay indicación</translation>
    </message>
    <message>
        <source>Chart dose, {drug}</source>
        <translation>Anotar dosis, {drug}</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Anotar</translation>
    </message>
</context>
<context>
    <name>OrdersTab</name>
    <message>
        <source>Orders and doses</source>
        <translation>Indicaciones y dosis</translation>
    </message>
    <message>
        <source>Nothing has been hung or pushed yet.</source>
        <translation>Nada colgado ni dado en bolo aún.</translation>
    </message>
</context>
<context>
    <name>OverviewBar</name>
    <message>
        <source>Whole visit: the part shown</source>
        <translation>Visita entera: la parte mostrada</translation>
    </message>
    <message>
        <source>Whole visit</source>
        <translation>Visita entera</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Codes and topics</source>
        <translation>Códigos y temas</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Temas</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Preview of the ticket</source>
        <translation>Vista previa de la hoja</translation>
    </message>
</context>
<context>
    <name>PassphrasePanel</name>
    <message>
        <source>The record is locked</source>
        <translation>El registro está cerrado con llave</translation>
    </message>
    <message>
        <source>This computer’s keyring does not have the suite’s key. The passphrase opens the record, and so does the recovery key. Nothing is lost.</source>
        <translation>El llavero de este equipo no tiene la llave de la sala. La frase de paso abre el registro, y también la clave de recuperación. Nada se ha perdido.</translation>
    </message>
    <message>
        <source>Passphrase or recovery key</source>
        <translation>Frase de paso o clave de recuperación</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Abrir el registro</translation>
    </message>
</context>
<context>
    <name>PayerPolicy</name>
    <message>
        <source>This file is far too large for a payer policy: nothing was changed.</source>
        <translation>Este archivo es demasiado grande para una política de pagadores: no se cambió nada.</translation>
    </message>
    <message>
        <source>This file has no line: nothing was changed.</source>
        <translation>Este archivo no tiene ninguna línea: no se cambió nada.</translation>
    </message>
    <message>
        <source>This file cannot be read as text: nothing was changed; save the table as CSV (UTF-8).</source>
        <translation>Este archivo no se puede leer como texto: no se cambió nada; guarde la tabla como CSV (UTF-8).</translation>
    </message>
    <message>
        <source>Nothing was changed: {reason}.</source>
        <translation>No se cambió nada: {reason}.</translation>
    </message>
</context>
<context>
    <name>PayerPolicyPanel</name>
    <message>
        <source>Choose a CSV file…</source>
        <translation>Elegir un archivo CSV…</translation>
    </message>
    <message>
        <source>Choose the file of the payer policy</source>
        <translation>Elegir el archivo de la política de pagadores</translation>
    </message>
    <message>
        <source>Go without</source>
        <translation>Sin política</translation>
    </message>
    <message>
        <source>Go without a payer policy</source>
        <translation>Seguir sin política de pagadores</translation>
    </message>
    <message>
        <source>Columns: payer, drug, family, reason, effective_from, effective_to, source. The reason is printed on the ticket. For tickets from now on; a signed ticket keeps the rules it was coded by.</source>
        <translation>Columnas: payer, drug, family, reason, effective_from, effective_to, source. El motivo se imprime en la hoja. Vale para las hojas desde ahora; una hoja firmada conserva las reglas con que se codificó.</translation>
    </message>
    <message>
        <source>What payers take drugs for</source>
        <translation>Cómo toman los pagadores cada fármaco</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>Tablas (*.csv);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>None: the drug table’s families stand for every payer.</source>
        <translation>Ninguna: para todos los pagadores valen las familias de la tabla de fármacos.</translation>
    </message>
    <message>
        <source>Lines: {lines} · payers: {payers}</source>
        <translation>Líneas: {lines} · pagadores: {payers}</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Nurse</source>
        <translation>Enfermero/a</translation>
    </message>
    <message>
        <source>Charge nurse</source>
        <translation>Enfermería a cargo</translation>
    </message>
    <message>
        <source>Biller</source>
        <translation>Facturación</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>Break-glass</source>
        <translation>Emergencia</translation>
    </message>
    <message>
        <source>charts, corrects and signs</source>
        <translation>anota, corrige y firma</translation>
    </message>
    <message>
        <source>a nurse who also sees the audit and the reports</source>
        <translation>enfermería que además ve la auditoría y los informes</translation>
    </message>
    <message>
        <source>reads tickets, adds modifiers, sends charges</source>
        <translation>lee hojas, añade modificadores, envía cargos</translation>
    </message>
    <message>
        <source>reads everything and changes nothing; may have a last day</source>
        <translation>lee todo y no cambia nada; puede tener un último día</translation>
    </message>
    <message>
        <source>people and settings; charts nothing at the chairs</source>
        <translation>personas y ajustes; no anota nada en los sillones</translation>
    </message>
    <message>
        <source>looks only; charts in an emergency, with a reason</source>
        <translation>solo mira; anota en una emergencia, con un motivo</translation>
    </message>
    <message>
        <source>Chart: check in, hang, start, stop, push, doses, notes</source>
        <translation>Anotar: recibir, colgar, iniciar, detener, bolo, dosis, notas</translation>
    </message>
    <message>
        <source>Correct what was charted, confirm times</source>
        <translation>Corregir lo anotado, confirmar horas</translation>
    </message>
    <message>
        <source>Close, sign, reopen, witness, hand over</source>
        <translation>Cerrar, firmar, reabrir, ser testigo, entregar</translation>
    </message>
    <message>
        <source>Add modifiers, with a reason</source>
        <translation>Añadir modificadores, con un motivo</translation>
    </message>
    <message>
        <source>Take in visits from paper, and who is expected</source>
        <translation>Pasar visitas del papel, y quién se espera</translation>
    </message>
    <message>
        <source>Look at visits, tickets and lists</source>
        <translation>Ver visitas, hojas y listas</translation>
    </message>
    <message>
        <source>Print, save PDF and files</source>
        <translation>Imprimir, guardar PDF y archivos</translation>
    </message>
    <message>
        <source>Send charges and messages</source>
        <translation>Enviar cargos y mensajes</translation>
    </message>
    <message>
        <source>Reports over many visits</source>
        <translation>Informes sobre muchas visitas</translation>
    </message>
    <message>
        <source>See who did what and when</source>
        <translation>Ver quién hizo qué y cuándo</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
        <source>Change the suite’s settings</source>
        <translation>Cambiar los ajustes de la sala</translation>
    </message>
    <message>
        <source>Take people in, change them, give new passwords</source>
        <translation>Inscribir personas, cambiarlas, dar contraseñas nuevas</translation>
    </message>
    <message>
        <source>Chart in an emergency, with a reason, until the next lock</source>
        <translation>Anotar en una emergencia, con un motivo, hasta el próximo bloqueo</translation>
    </message>
    <message>
        <source>Sign in, lock, choose one’s own PIN and password</source>
        <translation>Iniciar sesión, bloquear, elegir su PIN y contraseña</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Qué se hace</translation>
    </message>
    <message>
        <source>Who may</source>
        <translation>Quién puede</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>todas las personas</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>Who is signing in</source>
        <translation>Quién inicia sesión</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Signs in no longer.</source>
        <translation>Ya no inicia sesión.</translation>
    </message>
    <message>
        <source>Back to the settings</source>
        <translation>Volver a los ajustes</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Signs in again, with the password there was.</source>
        <translation>Vuelve a iniciar sesión, con la contraseña que había.</translation>
    </message>
    <message>
        <source>The badge serves, after the password of a shift.</source>
        <translation>El gafete sirve, tras la contraseña de un turno.</translation>
    </message>
    <message>
        <source>Taken away.</source>
        <translation>Retirado.</translation>
    </message>
</context>
<context>
    <name>PersonAsk</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>jdoe</source>
        <translation>jdoe</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Escribir un nombre</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Type the name you sign in with.</source>
        <translation>Escriba su nombre de sesión.</translation>
    </message>
    <message>
        <source>Choose from the list</source>
        <translation>Elegir de la lista</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Otra persona</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>RN</source>
        <translation>RN</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>sin fin</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Funciones</translation>
    </message>
    <message>
        <source>signs in as {name}</source>
        <translation>inicia sesión como {name}</translation>
    </message>
    <message>
        <source>Leaves the suite…</source>
        <translation>Deja la sala…</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Vuelve</translation>
    </message>
    <message>
        <source>{name} will sign in no longer; what she charted keeps her name. Press once more.</source>
        <translation>{name} ya no podrá iniciar sesión; lo que anotó conserva su nombre. Pulse otra vez.</translation>
    </message>
    <message>
        <source>Yes, leaves the suite</source>
        <translation>Sí, deja la sala</translation>
    </message>
</context>
<context>
    <name>PersonStep</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Jordan Doe</source>
        <translation>Jordan Doe</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>RN</source>
        <translation>RN</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation>Inicia sesión como</translation>
    </message>
    <message>
        <source>jdoe</source>
        <translation>jdoe</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Repita la contraseña</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>Repita el PIN</translation>
    </message>
    <message>
        <source>The password once a shift: ten characters or more, three or four words are easy to keep. The PIN in between: six digits, not a run like 123456, not a repeat like 121212.</source>
        <translation>La contraseña, una vez por turno: diez caracteres o más; tres o cuatro palabras se recuerdan bien. El PIN, entre tanto: seis dígitos, no seguidos como 123456 ni repetidos como 121212.</translation>
    </message>
    <message>
        <source>Works at the chairs too</source>
        <translation>También trabaja en los sillones</translation>
    </message>
</context>
<context>
    <name>PhaseBar</name>
    <message>
        <source>Charting by phase</source>
        <translation>Registro por fase</translation>
    </message>
    <message>
        <source>{phase}: nothing to chart yet</source>
        <translation>{phase}: aún nada que anotar</translation>
    </message>
    <message>
        <source>{phase}: all charted</source>
        <translation>{phase}: todo anotado</translation>
    </message>
    <message>
        <source>{phase}: not recorded: {things}</source>
        <translation>{phase}: sin registrar: {things}</translation>
    </message>
</context>
<context>
    <name>Phases</name>
    <message>
        <source>Assess</source>
        <translation>Valorar</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Preparar</translation>
    </message>
    <message>
        <source>Infuse</source>
        <translation>Infundir</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completar</translation>
    </message>
    <message>
        <source>vital signs</source>
        <translation>signos vitales</translation>
    </message>
    <message>
        <source>order for {drug}</source>
        <translation>indicación de {drug}</translation>
    </message>
    <message>
        <source>access of {drug}</source>
        <translation>acceso de {drug}</translation>
    </message>
    <message>
        <source>dose of {drug}</source>
        <translation>dosis de {drug}</translation>
    </message>
    <message>
        <source>start of {drug}</source>
        <translation>inicio de {drug}</translation>
    </message>
    <message>
        <source>stop of {drug}</source>
        <translation>fin de {drug}</translation>
    </message>
    <message>
        <source>response to {drug}</source>
        <translation>respuesta a {drug}</translation>
    </message>
</context>
<context>
    <name>Posting</name>
    <message>
        <source>Where messages go is an administrator’s to change.</source>
        <translation>A dónde van los mensajes lo cambia un administrador.</translation>
    </message>
    <message>
        <source>Sending them belongs to no role of yours.</source>
        <translation>Enviarlos no corresponde a ninguna de sus funciones.</translation>
    </message>
    <message>
        <source>Nothing can be sent before a destination is kept.</source>
        <translation>No se puede enviar nada antes de guardar un destino.</translation>
    </message>
    <message>
        <source>posted by hand</source>
        <translation>enviado a mano</translation>
    </message>
    <message>
        <source>The queue could not be read just now: nothing is lost; try again.</source>
        <translation>La cola no se pudo leer ahora: nada se ha perdido; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>{ticket}, version {version}</source>
        <translation>{ticket}, versión {version}</translation>
    </message>
    <message>
        <source>{count} attempts, the last at {time}</source>
        <translation>{count} intentos, el último a las {time}</translation>
    </message>
    <message>
        <source>1 attempt, at {time}</source>
        <translation>1 intento, a las {time}</translation>
    </message>
    <message>
        <source>again at {time}</source>
        <translation>otra vez a las {time}</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>espera a una persona</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nada espera</translation>
    </message>
    <message>
        <source>{count} wait</source>
        <translation>{count} en espera</translation>
    </message>
    <message>
        <source>{count} wait, {refused} of them refused</source>
        <translation>{count} en espera, {refused} rechazados</translation>
    </message>
    <message>
        <source>HL7: charges and administrations</source>
        <translation>HL7: cargos y administraciones</translation>
    </message>
    <message>
        <source>HL7: charges only</source>
        <translation>HL7: solo cargos</translation>
    </message>
    <message>
        <source>FHIR bundle</source>
        <translation>Conjunto FHIR</translation>
    </message>
    <message>
        <source>Charge master CSV</source>
        <translation>CSV del maestro de cargos</translation>
    </message>
    <message>
        <source>All of these</source>
        <translation>Todos estos</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Enviándose</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Aplazado</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Sin enviar</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Dejado</translation>
    </message>
    <message>
        <source>Charges (DFT)</source>
        <translation>Cargos (DFT)</translation>
    </message>
    <message>
        <source>Administrations (RAS)</source>
        <translation>Administraciones (RAS)</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>exportado</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>posted</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>posted before</source>
        <translation>enviado antes</translation>
    </message>
</context>
<context>
    <name>PostingPage</name>
    <message>
        <source>Back to the tickets</source>
        <translation>Volver a las hojas</translation>
    </message>
    <message>
        <source>Send what waits</source>
        <translation>Enviar lo pendiente</translation>
    </message>
    <message>
        <source>Messages to other systems</source>
        <translation>Mensajes a otros sistemas</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Va a</translation>
    </message>
    <message>
        <source>a folder, or mllp://host:port</source>
        <translation>una carpeta, o mllp://host:port</translation>
    </message>
    <message>
        <source>Receiving application</source>
        <translation>Aplicación que recibe</translation>
    </message>
    <message>
        <source>Receiving facility</source>
        <translation>Centro que recibe</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Departamento</translation>
    </message>
    <message>
        <source>Charge master file</source>
        <translation>Archivo maestro de cargos</translation>
    </message>
    <message>
        <source>CSV; may stay empty</source>
        <translation>CSV; puede quedar vacío</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Qué se envía</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Messages that have not gone</source>
        <translation>Mensajes que no han salido</translation>
    </message>
    <message>
        <source>Posted by hand</source>
        <translation>Enviado a mano</translation>
    </message>
    <message>
        <source>Send this one</source>
        <translation>Enviar este</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>Keep a destination: from then on the messages of every signed ticket go there by themselves.</source>
        <translation>Guarde un destino: desde entonces, los mensajes de cada hoja firmada van allí por sí solos.</translation>
    </message>
    <message>
        <source>The messages of a signed ticket go by themselves. They stand here while they wait, or when they were refused.</source>
        <translation>Los mensajes de una hoja firmada van por sí solos. Están aquí mientras esperan, o cuando fueron rechazados.</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nada espera</translation>
    </message>
</context>
<context>
    <name>PressesDialog</name>
    <message>
        <source>Whose presses were these?</source>
        <translation>¿De quién fueron estas pulsaciones?</translation>
    </message>
    <message>
        <source>Made while the station was locked. They count once somebody says so.</source>
        <translation>Hechas con la estación bloqueada. Cuentan cuando alguien lo diga.</translation>
    </message>
    <message>
        <source>Leave them for now</source>
        <translation>Dejarlas por ahora</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Descartar…</translation>
    </message>
    <message>
        <source>It was me</source>
        <translation>Fui yo</translation>
    </message>
    <message>
        <source>Why it did nothing</source>
        <translation>Por qué no hizo nada</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>Print {number}</source>
        <translation>Imprimir {number}</translation>
    </message>
    <message>
        <source>{count} of {copies} copies were sent before.</source>
        <translation>Antes se enviaron {count} de {copies} copias.</translation>
    </message>
    <message>
        <source>Sent to “{printer}”. Did it come out? Say so on the Tickets page.</source>
        <translation>Enviada a «{printer}». ¿Salió? Dígalo en la página Hojas.</translation>
    </message>
    <message>
        <source>The ticket still waits in the queue of “{printer}”: look at the printer.</source>
        <translation>La hoja aún espera en la cola de «{printer}»: mire la impresora.</translation>
    </message>
    <message>
        <source>Save the ticket as PDF</source>
        <translation>Guardar la hoja en PDF</translation>
    </message>
    <message>
        <source>The ticket is in {path}.</source>
        <translation>La hoja está en {path}.</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Page before</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Page after</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar en PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>No printer: the PDF always works.</source>
        <translation>Sin impresora: el PDF siempre funciona.</translation>
    </message>
    <message>
        <source>Page {page} of {of}</source>
        <translation>Página {page} de {of}</translation>
    </message>
    <message>
        <source>Preview, {page}</source>
        <translation>Vista previa, {page}</translation>
    </message>
</context>
<context>
    <name>PrintFields</name>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>Sin impresora</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>PrinterRow</name>
    <message>
        <source>No printer: PDF only</source>
        <translation>Sin impresora: solo PDF</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>Imprimir una prueba</translation>
    </message>
    <message>
        <source>The test page is a blank downtime sheet: keep it for a day when nothing can be saved.</source>
        <translation>La prueba es una hoja de contingencia en blanco: guárdela para un día en que nada pueda guardarse.</translation>
    </message>
    <message>
        <source>Tickets are saved as PDF; a printer can be chosen later.</source>
        <translation>Las hojas se guardan en PDF; la impresora puede elegirse después.</translation>
    </message>
</context>
<context>
    <name>Purpose</name>
    <message>
        <source>Treatment</source>
        <translation>Tratamiento</translation>
    </message>
    <message>
        <source>Prophylaxis</source>
        <translation>Profilaxis</translation>
    </message>
    <message>
        <source>Diagnostic</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Hydration</source>
        <translation>Hidratación</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Portador</translation>
    </message>
    <message>
        <source>Flush</source>
        <translation>Lavado</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Mantener vía</translation>
    </message>
    <message>
        <source>Part of a procedure</source>
        <translation>Parte de un procedimiento</translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message>
        <source>The {what} is not typed yet.</source>
        <translation>Falta escribir: {what}.</translation>
    </message>
    <message>
        <source>This is not a number. Write the {what} like 400 or 0.5.</source>
        <translation>No es un número. Escriba {what} como 400 o 0.5.</translation>
    </message>
    <message>
        <source>Use the plain digits 0 to 9 for the {what}.</source>
        <translation>Use solo los dígitos 0 a 9: {what}.</translation>
    </message>
    <message>
        <source>Write 1.5 with a point, or 1,000 with three figures after the comma.</source>
        <translation>Escriba 1.5 con punto, o 1,000 con tres cifras tras la coma.</translation>
    </message>
    <message>
        <source>Put a zero before the point: 0.5, not .5.</source>
        <translation>Ponga un cero antes del punto: 0.5, no .5.</translation>
    </message>
    <message>
        <source>A zero in front may be a lost point. Write 5 or 0.5.</source>
        <translation>Un cero delante puede ser un punto perdido. Escriba 5 o 0.5.</translation>
    </message>
    <message>
        <source>Write the {what} out in full, without an e.</source>
        <translation>Escriba {what} con todas las cifras, sin e.</translation>
    </message>
    <message>
        <source>Write one {what}, not a sum: 0.3, not 0.1+0.2.</source>
        <translation>Escriba un solo valor ({what}), no una suma: 0.3, no 0.1+0.2.</translation>
    </message>
    <message>
        <source>The {what} cannot be less than zero.</source>
        <translation>No puede ser menos de cero: {what}.</translation>
    </message>
    <message>
        <source>The {what} must be more than zero.</source>
        <translation>Debe ser más de cero: {what}.</translation>
    </message>
    <message>
        <source>This has more figures than a {what} has. Check it against the label.</source>
        <translation>Demasiadas cifras para {what}. Compare con la etiqueta.</translation>
    </message>
    <message>
        <source>This unit does not fit the {what}. Type the number and choose the unit.</source>
        <translation>Esta unidad no sirve para {what}. Escriba el número y elija la unidad.</translation>
    </message>
    <message>
        <source>Write a time like 17:37, or a length like 3 h 30 or 90.</source>
        <translation>Escriba una hora como 17:37, o una duración como 3 h 30 o 90.</translation>
    </message>
    <message>
        <source>Write whole minutes, like 15.</source>
        <translation>Escriba minutos enteros, como 15.</translation>
    </message>
    <message>
        <source>A planned end lies within 24 hours.</source>
        <translation>Un fin previsto queda dentro de 24 horas.</translation>
    </message>
    <message>
        <source>{first} to {last} mL/h in steps</source>
        <translation>{first} a {last} mL/h por pasos</translation>
    </message>
    <message>
        <source>{first} to {last} mL/h every {minutes} min</source>
        <translation>{first} a {last} mL/h cada {minutes} min</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Step {here} of {all}: {step}</source>
        <translation>Paso {here} de {all}: {step}</translation>
    </message>
</context>
<context>
    <name>ReactionForm</name>
    <message>
        <source>Reaction to</source>
        <translation>Reacción a</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>Qué se observa</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reacción</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Qué se hizo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Note the reaction</source>
        <translation>Anotar la reacción</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>flushing</source>
        <translation>rubor</translation>
    </message>
    <message>
        <source>itch</source>
        <translation>picor</translation>
    </message>
    <message>
        <source>rash</source>
        <translation>erupción</translation>
    </message>
    <message>
        <source>chills</source>
        <translation>escalofríos</translation>
    </message>
    <message>
        <source>dyspnea</source>
        <translation>disnea</translation>
    </message>
    <message>
        <source>To what is not known</source>
        <translation>A qué, no se sabe</translation>
    </message>
    <message>
        <source>To {drug}</source>
        <translation>A {drug}</translation>
    </message>
    <message>
        <source>Say what is seen, such as flushing.</source>
        <translation>Diga qué se observa, como rubor.</translation>
    </message>
</context>
<context>
    <name>ReasonPlace</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>{drug} is recorded as completed. Another reason?</source>
        <translation>{drug} consta como completado. ¿Otro motivo?</translation>
    </message>
    <message>
        <source>{drug} stopped: {reason}</source>
        <translation>{drug} detenido: {reason}</translation>
    </message>
    <message>
        <source>More reasons why {drug} was stopped</source>
        <translation>Más motivos por los que se detuvo {drug}</translation>
    </message>
    <message>
        <source>stopped:</source>
        <translation>detenido:</translation>
    </message>
    <message>
        <source>Why stopped?</source>
        <translation>¿Por qué?</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>Notices that were shown, and what was done</source>
        <translation>Avisos que se mostraron, y qué se hizo</translation>
    </message>
    <message>
        <source>No notice has been shown yet.</source>
        <translation>Aún no se ha mostrado ningún aviso.</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>Lo registrado</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Charting</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Indicaciones</translation>
    </message>
    <message>
        <source>Accesses</source>
        <translation>Accesos</translation>
    </message>
    <message>
        <source>Diagnoses</source>
        <translation>Diagnósticos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Findings {number}</source>
        <translation>Hallazgos {number}</translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>The last way into the record when keyring and passphrase are lost. Write it on paper and keep it away from this computer. It is not shown again.</source>
        <translation>El último camino al registro si se pierden llavero y frase de paso. Anótela en papel y guárdela lejos de este equipo. No se muestra otra vez.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>Type it back from your paper</source>
        <translation>Escríbala leyendo su papel</translation>
    </message>
    <message>
        <source>This computer has no keyring: the passphrase is asked once at each start.</source>
        <translation>Este equipo no tiene llavero: la frase de paso se pide una vez en cada inicio.</translation>
    </message>
</context>
<context>
    <name>Reference</name>
    <message>
        <source>Corrected, against the fact sheet NurseDesk started from</source>
        <translation>Corregido, frente a la hoja de datos de la que partió NurseDesk</translation>
    </message>
    <message>
        <source>It said</source>
        <translation>Decía</translation>
    </message>
    <message>
        <source>What holds</source>
        <translation>Lo que vale</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Con fecha</translation>
    </message>
    <message>
        <source>corrected {ids}</source>
        <translation>corregido {ids}</translation>
    </message>
    <message>
        <source>quoted by another</source>
        <translation>citado por otra</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>sin verificar</translation>
    </message>
</context>
<context>
    <name>ReferencePage</name>
    <message>
        <source>Code, word or topic</source>
        <translation>Código, palabra o tema</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se halló nada</translation>
    </message>
    <message>
        <source>Try a code, or fewer letters.</source>
        <translation>Pruebe con un código, o con menos letras.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
</context>
<context>
    <name>ReopenBar</name>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Reason to reopen</source>
        <translation>Motivo para reabrir</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Reabrir</translation>
    </message>
    <message>
        <source>Reopen the visit</source>
        <translation>Reabrir la visita</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>The signed ticket stands; the next signature is a new version.</source>
        <translation>La hoja firmada se mantiene; la próxima firma es una versión nueva.</translation>
    </message>
    <message>
        <source>Say why in a few words.</source>
        <translation>Diga por qué en pocas palabras.</translation>
    </message>
</context>
<context>
    <name>RoleTable</name>
    <message>
        <source>Who may do what</source>
        <translation>Quién puede hacer qué</translation>
    </message>
    <message>
        <source>{role}: yes, {deed}</source>
        <translation>{role}: sí, {deed}</translation>
    </message>
    <message>
        <source>{role}: no, {deed}</source>
        <translation>{role}: no, {deed}</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>pump broken</source>
        <translation>bomba averiada</translation>
    </message>
    <message>
        <source>chair broken</source>
        <translation>sillón averiado</translation>
    </message>
    <message>
        <source>cleaning</source>
        <translation>limpieza</translation>
    </message>
    <message>
        <source>Chair {chair} out of service</source>
        <translation>Sillón {chair} fuera de servicio</translation>
    </message>
    <message>
        <source>Nobody can be checked in to it until it is back.</source>
        <translation>No se puede recibir a nadie en él hasta que vuelva.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Poner fuera</translation>
    </message>
    <message>
        <source>The list of today</source>
        <translation>La lista de hoy</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <source>{reason}. Nothing was taken from the file.</source>
        <translation>{reason}. No se tomó nada del archivo.</translation>
    </message>
    <message>
        <source>{count} from {file} are on the list.</source>
        <translation>{count} de {file} están en la lista.</translation>
    </message>
</context>
<context>
    <name>RoomLegend</name>
    <message>
        <source>somebody in the chair</source>
        <translation>alguien en el sillón</translation>
    </message>
    <message>
        <source>drug</source>
        <translation>fármaco</translation>
    </message>
    <message>
        <source>fluid</source>
        <translation>líquido</translation>
    </message>
    <message>
        <source>push</source>
        <translation>bolo</translation>
    </message>
    <message>
        <source>still up</source>
        <translation>sigue en marcha</translation>
    </message>
    <message>
        <source>Legend: {words}</source>
        <translation>Leyenda: {words}</translation>
    </message>
</context>
<context>
    <name>RoomView</name>
    <message>
        <source>Chairs over the shift</source>
        <translation>Los sillones en el turno</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Guardar imagen…</translation>
    </message>
    <message>
        <source>Each chair has its row here, with what ran as bars over the hours.</source>
        <translation>Aquí cada sillón tiene su fila, con lo que corrió en barras sobre las horas.</translation>
    </message>
    <message>
        <source>Nobody was in a chair in this time</source>
        <translation>Nadie estuvo en un sillón en este tiempo</translation>
    </message>
</context>
<context>
    <name>Route</name>
    <message>
        <source>IV infusion</source>
        <translation>Infusión IV</translation>
    </message>
    <message>
        <source>IV push</source>
        <translation>Bolo IV</translation>
    </message>
    <message>
        <source>IM</source>
        <translation>IM</translation>
    </message>
    <message>
        <source>SC</source>
        <translation>SC</translation>
    </message>
    <message>
        <source>SC infusion</source>
        <translation>Infusión SC</translation>
    </message>
    <message>
        <source>On-body injector</source>
        <translation>Inyector corporal</translation>
    </message>
    <message>
        <source>Pump</source>
        <translation>Bomba</translation>
    </message>
    <message>
        <source>Port flush</source>
        <translation>Lavado de puerto</translation>
    </message>
    <message>
        <source>Oral</source>
        <translation>Oral</translation>
    </message>
</context>
<context>
    <name>SavedIndicator</name>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Not saved: write it on paper</source>
        <translation>Sin guardar: anótelo en papel</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Verificando</translation>
    </message>
</context>
<context>
    <name>Scan</name>
    <message>
        <source>This package is charged with one of two codes. Choose the one for this patient.</source>
        <translation>Este envase se cobra con uno de dos códigos. Elija el de este paciente.</translation>
    </message>
    <message>
        <source>Two packages share this number. Compare with the label and choose.</source>
        <translation>Dos envases comparten este número. Compare con la etiqueta y elija.</translation>
    </message>
    <message>
        <source>This is no US drug number. Type the drug’s name; lot and expiry from the label are kept.</source>
        <translation>No es un número de fármaco de EE. UU. Escriba el nombre; lote y caducidad de la etiqueta se conservan.</translation>
    </message>
    <message>
        <source>This package is not in the drug table. Type the drug’s name; its number, lot and expiry are kept.</source>
        <translation>Este envase no está en la tabla de fármacos. Escriba el nombre; número, lote y caducidad se conservan.</translation>
    </message>
    <message>
        <source>The scanner ran lot and serial number together. Type the lot from the label.</source>
        <translation>El escáner juntó lote y número de serie. Escriba el lote de la etiqueta.</translation>
    </message>
    <message>
        <source>The scanner ran lot and serial number together. Choose the lot that stands on the label.</source>
        <translation>El escáner juntó lote y número de serie. Elija el lote que dice la etiqueta.</translation>
    </message>
    <message>
        <source>This package expired on {day}. Nothing was filled in: take another one and scan that.</source>
        <translation>Este envase caducó el {day}. No se rellenó nada: tome otro y escanéelo.</translation>
    </message>
    <message>
        <source>The code was misread: its check digit is wrong. Nothing was filled in; scan again.</source>
        <translation>El código se leyó mal: su dígito de control no cuadra. No se rellenó nada; escanee de nuevo.</translation>
    </message>
    <message>
        <source>This is a badge, not a drug. Nothing was filled in: scan the bag or vial.</source>
        <translation>Esto es un gafete, no un fármaco. No se rellenó nada: escanee la bolsa o el vial.</translation>
    </message>
    <message>
        <source>This is a wristband, not a drug. Nothing was filled in: scan the bag or vial.</source>
        <translation>Esto es una pulsera, no un fármaco. No se rellenó nada: escanee la bolsa o el vial.</translation>
    </message>
    <message>
        <source>This is a badge, not a patient. Nothing was filled in: scan the wristband.</source>
        <translation>Esto es un gafete, no un paciente. No se rellenó nada: escanee la pulsera.</translation>
    </message>
    <message>
        <source>This is a wristband, not a badge. Nothing was filled in: scan the badge.</source>
        <translation>Esto es una pulsera, no un gafete. No se rellenó nada: escanee el gafete.</translation>
    </message>
    <message>
        <source>This is a drug’s code, not a badge. Nothing was filled in: scan the badge.</source>
        <translation>Esto es el código de un fármaco, no un gafete. No se rellenó nada: escanee el gafete.</translation>
    </message>
    <message>
        <source>This is a drug’s code, not a patient. Nothing was filled in: scan the wristband.</source>
        <translation>Esto es el código de un fármaco, no un paciente. No se rellenó nada: escanee la pulsera.</translation>
    </message>
    <message>
        <source>That is longer than any code. Nothing was filled in: wait a moment and scan once.</source>
        <translation>Es más largo que cualquier código. No se rellenó nada: espere un momento y escanee una vez.</translation>
    </message>
    <message>
        <source>The code holds characters no label has. Nothing was filled in; scan again, or type the drug.</source>
        <translation>El código tiene caracteres que ninguna etiqueta lleva. No se rellenó nada; escanee de nuevo o escriba el fármaco.</translation>
    </message>
    <message>
        <source>The scanner types for another keyboard, or Caps Lock is on. Nothing was filled in: turn Caps Lock off and scan again, or type the drug.</source>
        <translation>El escáner escribe para otro teclado o está activado Bloq Mayús. No se rellenó nada: desactívelo y escanee de nuevo, o escriba el fármaco.</translation>
    </message>
    <message>
        <source>The code begins like a drug’s and then breaks off. Nothing was filled in; scan again.</source>
        <translation>El código empieza como el de un fármaco y se corta. No se rellenó nada; escanee de nuevo.</translation>
    </message>
    <message>
        <source>That code holds no drug number. Nothing was filled in: scan the other code on the package.</source>
        <translation>Ese código no lleva número de fármaco. No se rellenó nada: escanee el otro código del envase.</translation>
    </message>
    <message>
        <source>This wristband is not {name}’s. Nothing was filled in: check who sits here, then go on.</source>
        <translation>Esta pulsera no es de {name}. No se rellenó nada: compruebe quién está aquí y siga.</translation>
    </message>
    <message>
        <source>Wristband checked {time} · {name}</source>
        <translation>Pulsera comprobada {time} · {name}</translation>
    </message>
    <message>
        <source>{count} × {each}</source>
        <translation>{count} × {each}</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Patient, chair, drug, ticket or action</source>
        <translation>Paciente, sillón, fármaco, hoja o acción</translation>
    </message>
    <message>
        <source>Patient, chair or action</source>
        <translation>Paciente, sillón o acción</translation>
    </message>
    <message>
        <source>Search for a patient, chair, drug, ticket or action</source>
        <translation>Buscar un paciente, sillón, fármaco, hoja o acción</translation>
    </message>
    <message>
        <source>Try a few letters of a name, drug, ticket or action</source>
        <translation>Pruebe unas letras de un nombre, fármaco, hoja o acción</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se halló nada</translation>
    </message>
</context>
<context>
    <name>Second</name>
    <message>
        <source>{amount} of {drug} thrown away</source>
        <translation>{amount} de {drug} desechado</translation>
    </message>
    <message>
        <source>{drug} {amount} as it was hung</source>
        <translation>{drug} {amount} como se colgó</translation>
    </message>
    <message>
        <source>Signed by a second person who saw it, with her own PIN or badge.</source>
        <translation>Firma una segunda persona que lo vio, con su propio PIN o gafete.</translation>
    </message>
    <message>
        <source>I saw it</source>
        <translation>Lo vi</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Chair {chair} · charted by {name}, who cannot sign for it</source>
        <translation>Sillón {chair} · anotado por {name}, que no puede firmarlo</translation>
    </message>
</context>
<context>
    <name>SecondCheck</name>
    <message>
        <source>The PIN could not be checked: try again.</source>
        <translation>El PIN no se pudo comprobar: inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>That PIN is not right: nothing was hung. Tries left: {count}.</source>
        <translation>Ese PIN no es correcto: no se colgó nada. Intentos restantes: {count}.</translation>
    </message>
    <message>
        <source>This PIN serves no longer: somebody else checks, or a new PIN is set.</source>
        <translation>Este PIN ya no sirve: verifica otra persona, o se pone un PIN nuevo.</translation>
    </message>
    <message>
        <source>Nobody here has this badge: nothing was hung; use the PIN.</source>
        <translation>Nadie aquí tiene este gafete: no se colgó nada; use el PIN.</translation>
    </message>
    <message>
        <source>{name} has not signed in here this shift: use the PIN.</source>
        <translation>{name} no ha iniciado sesión aquí en este turno: use el PIN.</translation>
    </message>
    <message>
        <source>Second check</source>
        <translation>Segunda verificación</translation>
    </message>
    <message>
        <source>Who checks</source>
        <translation>Quién verifica</translation>
    </message>
    <message>
        <source>Choose a colleague</source>
        <translation>Elija a un colega</translation>
    </message>
    <message>
        <source>Her or his own PIN, or badge</source>
        <translation>Su propio PIN o gafete</translation>
    </message>
    <message>
        <source>Compare with the order and the label, then put in the PIN or scan the badge.</source>
        <translation>Compare con la indicación y la etiqueta y ponga el PIN o escanee el gafete.</translation>
    </message>
    <message>
        <source>Nobody else here has a PIN.</source>
        <translation>Nadie más aquí tiene PIN.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Go on without a check</source>
        <translation>Seguir sin verificar</translation>
    </message>
    <message>
        <source>Choose who checks, then put in the PIN.</source>
        <translation>Elija quién verifica y ponga el PIN.</translation>
    </message>
    <message>
        <source>The PIN is not in yet.</source>
        <translation>Falta el PIN.</translation>
    </message>
</context>
<context>
    <name>SecretsPanel</name>
    <message>
        <source>Your password now</source>
        <translation>Su contraseña actual</translation>
    </message>
    <message>
        <source>New password, 8 characters or more</source>
        <translation>Contraseña nueva, 8 caracteres o más</translation>
    </message>
    <message>
        <source>New PIN, six digits</source>
        <translation>PIN nuevo, seis dígitos</translation>
    </message>
    <message>
        <source>Badge: scan it here</source>
        <translation>Gafete: escanéelo aquí</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Poner la contraseña</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Poner el PIN</translation>
    </message>
    <message>
        <source>Give the badge</source>
        <translation>Dar el gafete</translation>
    </message>
    <message>
        <source>Take the badge away</source>
        <translation>Quitar el gafete</translation>
    </message>
    <message>
        <source>How you sign in</source>
        <translation>Cómo inicia usted sesión</translation>
    </message>
    <message>
        <source>How {name} signs in</source>
        <translation>Cómo inicia sesión {name}</translation>
    </message>
    <message>
        <source>There is no number in the field: scan the badge into it.</source>
        <translation>No hay número en el campo: escanee en él el gafete.</translation>
    </message>
</context>
<context>
    <name>ServiceItem</name>
    <message>
        <source>separate from the infusion</source>
        <translation>aparte de la infusión</translation>
    </message>
    <message>
        <source>part of the visit</source>
        <translation>parte de la visita</translation>
    </message>
    <message>
        <source>Take {code} out</source>
        <translation>Quitar {code}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The person needs a name: nobody was added; type it.</source>
        <translation>La persona necesita un nombre: no se añadió a nadie; escríbalo.</translation>
    </message>
    <message>
        <source>{typed}: not all of it are times like 07:00. Nothing was changed.</source>
        <translation>{typed}: no todo son horas como 07:00. No se cambió nada.</translation>
    </message>
    <message>
        <source>The new text size is there when NurseDesk is opened again.</source>
        <translation>El tamaño nuevo aparece al abrir NurseDesk otra vez.</translation>
    </message>
    <message>
        <source>The new language is there when NurseDesk is opened again.</source>
        <translation>El idioma nuevo aparece al abrir NurseDesk otra vez.</translation>
    </message>
    <message>
        <source>That password is not right: the PIN stays as it was.</source>
        <translation>Esa contraseña no es correcta: el PIN queda como estaba.</translation>
    </message>
    <message>
        <source>The new PIN serves from now on.</source>
        <translation>El PIN nuevo sirve desde ahora.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Roles, passwords, badges, leaving…</source>
        <translation>Funciones, contraseñas, gafetes, bajas…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Jordan Doe</source>
        <translation>Jordan Doe</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>RN</source>
        <translation>RN</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Nombre de sesión</translation>
    </message>
    <message>
        <source>jdoe</source>
        <translation>jdoe</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>Primera contraseña</translation>
    </message>
    <message>
        <source>First PIN, six digits</source>
        <translation>Primer PIN, seis dígitos</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Persona nueva</translation>
    </message>
    <message>
        <source>Add this person</source>
        <translation>Añadir a esta persona</translation>
    </message>
    <message>
        <source>An administrator takes people in and changes the suite’s choices.</source>
        <translation>Administración inscribe personas y cambia las opciones de la sala.</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>Enfermero/a</translation>
    </message>
    <message>
        <source>Charge nurse</source>
        <translation>Enf. a cargo</translation>
    </message>
    <message>
        <source>Biller</source>
        <translation>Facturación</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>Break-glass</source>
        <translation>Emergencia</translation>
    </message>
    <message>
        <source>This suite</source>
        <translation>Esta sala</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Mostrados</translation>
    </message>
    <message>
        <source>After crossing</source>
        <translation>Tras cruzarlos</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ocultos</translation>
    </message>
    <message>
        <source>Boundaries at the chair</source>
        <translation>Límites en el sillón</translation>
    </message>
    <message>
        <source>The minutes at which the ticket changes, on the card and the timeline.</source>
        <translation>Los minutos en que cambia la hoja, en la tarjeta y la línea de tiempo.</translation>
    </message>
    <message>
        <source>CPT</source>
        <translation>CPT</translation>
    </message>
    <message>
        <source>Reference card</source>
        <translation>Tarjeta de referencia</translation>
    </message>
    <message>
        <source>Rules the tickets are coded by</source>
        <translation>Reglas con que se codifican las hojas</translation>
    </message>
    <message>
        <source>For tickets from now on; a signed ticket keeps the rules it was coded by.</source>
        <translation>Para las hojas desde ahora; una firmada conserva sus reglas.</translation>
    </message>
    <message>
        <source>This station</source>
        <translation>Esta estación</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Language of the screen</source>
        <translation>Idioma de la pantalla</translation>
    </message>
    <message>
        <source>From the next time NurseDesk is opened.</source>
        <translation>Desde la próxima vez que se abra NurseDesk.</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Language of printed forms</source>
        <translation>Idioma de los impresos</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>No printer: PDF only</source>
        <translation>Sin impresora: solo PDF</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Su PIN</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Su contraseña</translation>
    </message>
    <message>
        <source>New PIN, six digits</source>
        <translation>PIN nuevo, seis dígitos</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Cambiar el PIN</translation>
    </message>
    <message>
        <source>{printer} (not there)</source>
        <translation>{printer} (no está)</translation>
    </message>
    <message>
        <source>This printer is not there: nothing is printed until it is back or another is chosen.</source>
        <translation>Esta impresora no está: no se imprime nada hasta que vuelva o se elija otra.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Nobody is checked in: choose a chair on the board.</source>
        <translation>No hay nadie recibido: elija un sillón en el tablero.</translation>
    </message>
</context>
<context>
    <name>Shift</name>
    <message>
        <source>Signed off by {who}</source>
        <translation>Fin de turno firmado por {who}</translation>
    </message>
    <message>
        <source>Sign this shift off</source>
        <translation>Firmar el fin de este turno</translation>
    </message>
    <message>
        <source>You looked through its lines, times and hand-overs.</source>
        <translation>Usted revisó sus líneas, horas y entregas.</translation>
    </message>
    <message>
        <source>Signed as you, at this time. The log says so on every form of it.</source>
        <translation>Firmado por usted, a esta hora. El registro lo dice en cada una de sus formas.</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Firmar el fin</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>{name} is not at the desk: nothing was signed; sign in first.</source>
        <translation>{name} no está en el puesto: no se firmó nada; inicie sesión primero.</translation>
    </message>
    <message>
        <source>Chair {name}</source>
        <translation>Sillón {name}</translation>
    </message>
    <message>
        <source>Nobody was in a chair in this time.</source>
        <translation>Nadie estuvo en un sillón en este tiempo.</translation>
    </message>
    <message>
        <source>Charts compare many visits: they are for charge nurses, billers, auditors and administrators. Lines and Chairs show the shift to everybody.</source>
        <translation>Los gráficos comparan muchas visitas: son para supervisoras, facturación, auditoría y administración. Líneas y Sillones muestran el turno a todos.</translation>
    </message>
    <message>
        <source>Counting the visits of this period…</source>
        <translation>Contando las visitas del periodo…</translation>
    </message>
    <message>
        <source>Counting the visits of this period: {done} of {total}</source>
        <translation>Contando las visitas del periodo: {done} de {total}</translation>
    </message>
    <message>
        <source>A shift log is a PDF, XLSX, CSV or JSON file: nothing was written.</source>
        <translation>Un registro de turno es un archivo PDF, XLSX, CSV o JSON: no se escribió nada.</translation>
    </message>
    <message>
        <source>Writing the shift log</source>
        <translation>Escribiendo el registro del turno</translation>
    </message>
    <message>
        <source>The shift log is in {path}.</source>
        <translation>El registro del turno está en {path}.</translation>
    </message>
    <message>
        <source>The shift log was given up: no file was written.</source>
        <translation>Se canceló el registro del turno: no se escribió ningún archivo.</translation>
    </message>
    <message>
        <source>A picture is a PNG, SVG or PDF file: nothing was written.</source>
        <translation>Una imagen es un archivo PNG, SVG o PDF: no se escribió nada.</translation>
    </message>
    <message>
        <source>The picture is in {path}.</source>
        <translation>La imagen está en {path}.</translation>
    </message>
    <message>
        <source>Chairs in use, by hour of the day</source>
        <translation>Sillones en uso, por hora del día</translation>
    </message>
    <message>
        <source>average over the minutes that have passed; days counted: {days}; a chair with several lines counts once</source>
        <translation>promedio de los minutos transcurridos; días contados: {days}; un sillón con varias líneas cuenta una vez</translation>
    </message>
    <message>
        <source>somebody in the chair</source>
        <translation>alguien en el sillón</translation>
    </message>
    <message>
        <source>something running</source>
        <translation>algo en marcha</translation>
    </message>
    <message>
        <source>chairs</source>
        <translation>sillones</translation>
    </message>
    <message>
        <source>Minutes past the planned end, by hour of the stop</source>
        <translation>Minutos tras el fin previsto, por hora del fin</translation>
    </message>
    <message>
        <source>{minutes} min over {lines} lines that ran longer than ordered or than volume and rate say</source>
        <translation>{minutes} min en {lines} líneas que duraron más de lo indicado o de lo que dicen volumen y velocidad</translation>
    </message>
    <message>
        <source>minutes past the plan</source>
        <translation>minutos de más</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Stops not charted and times charted late, by week</source>
        <translation>Fines sin anotar y horas anotadas tarde, por semana</translation>
    </message>
    <message>
        <source>weeks from Monday; by the day a visit began</source>
        <translation>semanas desde el lunes; por el día en que empezó la visita</translation>
    </message>
    <message>
        <source>stop missing or calculated</source>
        <translation>fin que falta o calculado</translation>
    </message>
    <message>
        <source>late entry</source>
        <translation>anotación tardía</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>corrección</translation>
    </message>
    <message>
        <source>times</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>Stops around the minutes where a ticket changes</source>
        <translation>Fines cerca de los minutos en que cambia una hoja</translation>
    </message>
    <message>
        <source>{near} of {stops} timed lines came down within {window} min of one; profile {profile}</source>
        <translation>{near} de {stops} líneas por tiempo acabaron a {window} min o menos de uno; perfil {profile}</translation>
    </message>
    <message>
        <source>pressed as it happened</source>
        <translation>pulsado al ocurrir</translation>
    </message>
    <message>
        <source>typed or calculated afterwards</source>
        <translation>escrito o calculado después</translation>
    </message>
    <message>
        <source>stops</source>
        <translation>fines</translation>
    </message>
    <message>
        <source>the ticket changes here</source>
        <translation>aquí cambia la hoja</translation>
    </message>
    <message>
        <source>Nothing to show in this period.</source>
        <translation>Nada que mostrar en este periodo.</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>desde {time}</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>sin iniciar</translation>
    </message>
    <message>
        <source>paused, since {time}</source>
        <translation>en pausa, desde {time}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>to sign</source>
        <translation>por firmar</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>firmada</translation>
    </message>
</context>
<context>
    <name>ShiftPage</name>
    <message>
        <source>Visits and lines of the shift</source>
        <translation>Visitas y líneas del turno</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Turno</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Chairs</source>
        <translation>Sillones</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Firmar el fin</translation>
    </message>
    <message>
        <source>visits</source>
        <translation>visitas</translation>
    </message>
    <message>
        <source>lines still up</source>
        <translation>líneas en marcha</translation>
    </message>
    <message>
        <source>lines with a late or corrected time</source>
        <translation>líneas con hora tardía o corregida</translation>
    </message>
    <message>
        <source>tickets not signed</source>
        <translation>hojas sin firmar</translation>
    </message>
    <message>
        <source>Check a patient in on the board: every visit stands here then, with what was hung and pushed and its minutes.</source>
        <translation>Reciba a un paciente en el tablero: cada visita está entonces aquí, con lo que se colgó y los bolos, y sus minutos.</translation>
    </message>
    <message>
        <source>Choose another period, nurse or chair above.</source>
        <translation>Elija arriba otro periodo, otra persona u otro sillón.</translation>
    </message>
    <message>
        <source>No visits in this time</source>
        <translation>No hay visitas en este tiempo</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Hoja de cálculo</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
</context>
<context>
    <name>ShiftsPanel</name>
    <message>
        <source>Shifts</source>
        <translation>Turnos</translation>
    </message>
    <message>
        <source>Shifts end at</source>
        <translation>Los turnos acaban a las</translation>
    </message>
    <message>
        <source>In the site’s time. A line that was up before a shift’s end and still is shows “open at shift end”.</source>
        <translation>En la hora del centro. Una línea en marcha desde antes del fin de un turno muestra «abierta al fin del turno».</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Who is at the desk?</source>
        <translation>¿Quién está aquí?</translation>
    </message>
</context>
<context>
    <name>SignSection</name>
    <message>
        <source>Sign</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>Print 1 copy</source>
        <translation>Imprimir 1 copia</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>versión {version}</translation>
    </message>
    <message>
        <source>number at the signature</source>
        <translation>número al firmar</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>Contraseña de {name}</translation>
    </message>
    <message>
        <source>PIN of {name}</source>
        <translation>PIN de {name}</translation>
    </message>
    <message>
        <source>on {printer}</source>
        <translation>en {printer}</translation>
    </message>
    <message>
        <source>on {printer} (default)</source>
        <translation>en {printer} (predeterminada)</translation>
    </message>
    <message>
        <source>No printer is set up; the PDF always works.</source>
        <translation>No hay impresora; el PDF siempre funciona.</translation>
    </message>
    <message>
        <source>Signed by {name} at {time}</source>
        <translation>Firmada por {name} a las {time}</translation>
    </message>
    <message>
        <source>Attest</source>
        <translation>Declarar</translation>
    </message>
</context>
<context>
    <name>SiteRules</name>
    <message>
        <source>A wristband. Its number is {number}.</source>
        <translation>Una pulsera. Su número es {number}.</translation>
    </message>
    <message>
        <source>A badge. Its number is {number}.</source>
        <translation>Un gafete. Su número es {number}.</translation>
    </message>
    <message>
        <source>No code: words or a number somebody types.</source>
        <translation>No es un código: palabras o un número que alguien escribe.</translation>
    </message>
    <message>
        <source>A drug’s code.</source>
        <translation>El código de un fármaco.</translation>
    </message>
    <message>
        <source>This is no regular expression: a bracket or sign is left open. The old one still serves.</source>
        <translation>No es una expresión regular: queda abierto un paréntesis o signo. La anterior sigue sirviendo.</translation>
    </message>
    <message>
        <source>A pattern has up to 200 characters. The old one still serves.</source>
        <translation>Un patrón tiene hasta 200 caracteres. El anterior sigue sirviendo.</translation>
    </message>
    <message>
        <source>This would take typed names and doses for a code. Say which letters and how many digits it has.</source>
        <translation>Esto tomaría por código nombres y dosis escritos. Diga qué letras y cuántos dígitos tiene.</translation>
    </message>
    <message>
        <source>A repeat inside a repeat can bring the desk to a halt. Write it without one.</source>
        <translation>Una repetición dentro de otra puede detener el programa. Escríbalo sin ella.</translation>
    </message>
</context>
<context>
    <name>SiteRulesPanels</name>
    <message>
        <source>Scanning</source>
        <translation>Escaneo</translation>
    </message>
    <message>
        <source>Regular expressions. What is to be read as the number stands in (?P&lt;number&gt;…).</source>
        <translation>Expresiones regulares. Lo que se lee como número va en (?P&lt;number&gt;…).</translation>
    </message>
    <message>
        <source>Wristband</source>
        <translation>Pulsera</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Gafete</translation>
    </message>
    <message>
        <source>Scan or type one to try it</source>
        <translation>Escanee o escriba uno para probar</translation>
    </message>
    <message>
        <source>A second person signs</source>
        <translation>Firma una segunda persona</translation>
    </message>
    <message>
        <source>For waste, with the witness’s own PIN</source>
        <translation>Para desechos, con el PIN propio del testigo</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>+ Biologics</source>
        <translation>+ Biológicos</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>The ticket waits for a missing signature</source>
        <translation>La hoja espera la firma que falta</translation>
    </message>
    <message>
        <source>Chemotherapy</source>
        <translation>Quimioterapia</translation>
    </message>
    <message>
        <source>Second check before it runs</source>
        <translation>Segunda verificación antes de iniciar</translation>
    </message>
    <message>
        <source>A colleague compares drug, dose and bag, and puts in her or his own PIN.</source>
        <translation>Un colega compara fármaco, dosis y bolsa, y pone su propio PIN.</translation>
    </message>
    <message>
        <source>When nobody touches the desk</source>
        <translation>Cuando nadie toca el programa</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>Names are hidden after</source>
        <translation>Se ocultan los nombres tras</translation>
    </message>
    <message>
        <source>It locks after</source>
        <translation>Se bloquea tras</translation>
    </message>
    <message>
        <source>Timers go on, and every line can be stopped by one tap.</source>
        <translation>Los tiempos siguen, y toda línea se detiene con un toque.</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>has left</source>
        <translation>dejó la sala</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>terminó el {day}</translation>
    </message>
    <message>
        <source>last day {day}</source>
        <translation>último día {day}</translation>
    </message>
    <message>
        <source>last administrator</source>
        <translation>último administrador</translation>
    </message>
    <message>
        <source>badge</source>
        <translation>gafete</translation>
    </message>
    <message>
        <source>That last day cannot be read, so nothing was changed: type it like 24-Nov-2026.</source>
        <translation>Ese último día no se puede leer: no se cambió nada; escríbalo como 24-nov-2026.</translation>
    </message>
    <message>
        <source>The new password serves from now on.</source>
        <translation>La contraseña nueva sirve desde ahora.</translation>
    </message>
    <message>
        <source>The new PIN serves, after the password of a shift.</source>
        <translation>El PIN nuevo sirve, tras la contraseña de un turno.</translation>
    </message>
    <message>
        <source>That is not your password, so nothing was changed: type the one you have now.</source>
        <translation>Esa no es su contraseña: no se cambió nada; escriba la que tiene ahora.</translation>
    </message>
    <message>
        <source>Too many wrong passwords: nothing was changed; wait five minutes.</source>
        <translation>Demasiadas contraseñas incorrectas: no se cambió nada; espere cinco minutos.</translation>
    </message>
</context>
<context>
    <name>StaffList</name>
    <message>
        <source>People of the suite</source>
        <translation>Personas de la sala</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Set up a suite</source>
        <translation>Crear una sala</translation>
    </message>
    <message>
        <source>Name it, name its chairs and its first people. About five minutes. Nothing leaves this computer.</source>
        <translation>Póngale nombre, nombre sus sillones y sus primeras personas. Unos cinco minutos. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation>Ver la demostración</translation>
    </message>
    <message>
        <source>Twelve chairs and made-up patients, infusions running now. Press anything; it is all thrown away.</source>
        <translation>Doce sillones y pacientes inventados, con infusiones en marcha. Pulse lo que quiera; todo se desecha.</translation>
    </message>
    <message>
        <source>Welcome to NurseDesk</source>
        <translation>Le damos la bienvenida a NurseDesk</translation>
    </message>
    <message>
        <source>One press when it happens: start and stop times at the chair, and the charge ticket they make, with the reason for every line.</source>
        <translation>Una pulsación cuando ocurre: horas de inicio y fin en el sillón, y la hoja de cargos que forman, con el motivo de cada línea.</translation>
    </message>
    <message>
        <source>Language of the screen</source>
        <translation>Idioma de la pantalla</translation>
    </message>
</context>
<context>
    <name>StepSlot</name>
    <message>
        <source>Check in, chair {chair}</source>
        <translation>Recibir, sillón {chair}</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>Recibir</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>Hang what was given last time, chair {chair}</source>
        <translation>Colgar lo de la última vez, sillón {chair}</translation>
    </message>
    <message>
        <source>Hang</source>
        <translation>Colgar</translation>
    </message>
    <message>
        <source>Check in who is expected, chair {chair}</source>
        <translation>Recibir a quien se espera, sillón {chair}</translation>
    </message>
    <message>
        <source>Back in service, chair {chair}</source>
        <translation>En servicio, sillón {chair}</translation>
    </message>
    <message>
        <source>Back in service</source>
        <translation>En servicio</translation>
    </message>
</context>
<context>
    <name>StopReasons</name>
    <message>
        <source>Completed</source>
        <translation>Completado</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reacción</translation>
    </message>
    <message>
        <source>Access failed</source>
        <translation>Falló el acceso</translation>
    </message>
    <message>
        <source>Patient’s wish</source>
        <translation>El paciente</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Indicado</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Urgencia</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
</context>
<context>
    <name>SuiteStep</name>
    <message>
        <source>The name stands on every ticket. Dates of service and every time follow the zone.</source>
        <translation>El nombre va en cada hoja. Las fechas de servicio y todas las horas siguen la zona.</translation>
    </message>
    <message>
        <source>Your suite</source>
        <translation>Su sala</translation>
    </message>
    <message>
        <source>Name of the suite</source>
        <translation>Nombre de la sala</translation>
    </message>
    <message>
        <source>Elm St Infusion</source>
        <translation>Elm St Infusion</translation>
    </message>
    <message>
        <source>Hospital outpatient facility</source>
        <translation>Hospital, ambulatorio</translation>
    </message>
    <message>
        <source>Office or free-standing suite</source>
        <translation>Consultorio o sala independiente</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Charges are made for a</source>
        <translation>Se cobra para un</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>More tabs</source>
        <translation>Más pestañas</translation>
    </message>
</context>
<context>
    <name>TapLine</name>
    <message>
        <source>{word} pressed {time}, no name yet</source>
        <translation>{word} pulsado {time}, aún sin nombre</translation>
    </message>
    <message>
        <source>Say who pressed {word}, chair {chair}</source>
        <translation>Decir quién pulsó {word}, sillón {chair}</translation>
    </message>
    <message>
        <source>Say who</source>
        <translation>Decir quién</translation>
    </message>
    <message>
        <source>{word} {drug}, chair {chair}</source>
        <translation>{word} {drug}, sillón {chair}</translation>
    </message>
</context>
<context>
    <name>TapPanel</name>
    <message>
        <source>Press now, say who after</source>
        <translation>Pulse ya, diga quién después</translation>
    </message>
    <message>
        <source>The time is kept from the press on.</source>
        <translation>La hora cuenta desde la pulsación.</translation>
    </message>
</context>
<context>
    <name>Taps</name>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Bolo</translation>
    </message>
    <message>
        <source>Push or injection</source>
        <translation>Bolo o inyección</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>desde {time}</translation>
    </message>
    <message>
        <source>prepared {time}</source>
        <translation>preparado {time}</translation>
    </message>
    <message>
        <source>keep open</source>
        <translation>mantener vía</translation>
    </message>
    <message>
        <source>Who is at the desk?</source>
        <translation>¿Quién está aquí?</translation>
    </message>
    <message>
        <source>Nobody has touched it for a while.</source>
        <translation>Nadie lo ha tocado en un rato.</translation>
    </message>
    <message>
        <source>What is charted next is under this name. Nothing is recorded yet.</source>
        <translation>Lo próximo se anota con este nombre. Aún no se ha registrado nada.</translation>
    </message>
    <message>
        <source>It is me</source>
        <translation>Soy yo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>{word} · chair {chair} · {drug}</source>
        <translation>{word} · sillón {chair} · {drug}</translation>
    </message>
    <message>
        <source>The time is kept. Who pressed?</source>
        <translation>La hora está guardada. ¿Quién pulsó?</translation>
    </message>
    <message>
        <source>Whatever you answer, {time} is kept. Without a name the press waits for one.</source>
        <translation>Responda lo que responda, {time} se guarda. Sin nombre, la pulsación espera uno.</translation>
    </message>
    <message>
        <source>It was me</source>
        <translation>Fui yo</translation>
    </message>
    <message>
        <source>Say it later</source>
        <translation>Decirlo después</translation>
    </message>
    <message>
        <source>{name} does not chart at the chairs: the press waits for a nurse’s name.</source>
        <translation>{name} no anota en los sillones: la pulsación espera un nombre de enfermería.</translation>
    </message>
    <message>
        <source>which drug is said after</source>
        <translation>el fármaco se indica después</translation>
    </message>
</context>
<context>
    <name>TicketDelegate</name>
    <message>
        <source>version {version}</source>
        <translation>versión {version}</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>sin firmar</translation>
    </message>
    <message>
        <source>signed {time}</source>
        <translation>firmada {time}</translation>
    </message>
    <message>
        <source>no charge lines</source>
        <translation>sin líneas de cargo</translation>
    </message>
    <message>
        <source>chair {chair}</source>
        <translation>sillón {chair}</translation>
    </message>
</context>
<context>
    <name>TicketFiles</name>
    <message>
        <source>Web page (*.html)</source>
        <translation>Página web (*.html)</translation>
    </message>
    <message>
        <source>Spreadsheet, a row a charge (*.csv)</source>
        <translation>Hoja de cálculo, una fila por cargo (*.csv)</translation>
    </message>
    <message>
        <source>FHIR R4 bundle (*.json)</source>
        <translation>Conjunto FHIR R4 (*.json)</translation>
    </message>
    <message>
        <source>HL7 v2.5.1: charges and administrations (*.hl7)</source>
        <translation>HL7 v2.5.1: cargos y administraciones (*.hl7)</translation>
    </message>
    <message>
        <source>NurseDesk ticket (*.json)</source>
        <translation>Hoja de NurseDesk (*.json)</translation>
    </message>
    <message>
        <source>Save the ticket as a file</source>
        <translation>Guardar la hoja como archivo</translation>
    </message>
    <message>
        <source>The ticket is in {path}.</source>
        <translation>La hoja está en {path}.</translation>
    </message>
</context>
<context>
    <name>TicketList</name>
    <message>
        <source>Ticket as it would be now</source>
        <translation>La hoja como sería ahora</translation>
    </message>
</context>
<context>
    <name>TicketPanel</name>
    <message>
        <source>DRAFT</source>
        <translation>BORRADOR</translation>
    </message>
    <message>
        <source>Ticket now</source>
        <translation>Hoja ahora</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>¿Y si…?</translation>
    </message>
    <message>
        <source>Modifiers</source>
        <translation>Modificadores</translation>
    </message>
    <message>
        <source>Add a modifier</source>
        <translation>Añadir modificador</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Hoja</translation>
    </message>
</context>
<context>
    <name>TicketTable</name>
    <message>
        <source>version {version}</source>
        <translation>versión {version}</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>sin firmar</translation>
    </message>
    <message>
        <source>no charge lines</source>
        <translation>sin líneas de cargo</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Date of service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>Cargos</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>Tickets</name>
    <message>
        <source>To sign</source>
        <translation>Por firmar</translation>
    </message>
    <message>
        <source>Amended: to sign</source>
        <translation>Enmendada: por firmar</translation>
    </message>
    <message>
        <source>Sent: did it come out?</source>
        <translation>Enviada: ¿salió?</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Firmada</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Impresa</translation>
    </message>
    <message>
        <source>Saved as PDF</source>
        <translation>Guardado como PDF</translation>
    </message>
</context>
<context>
    <name>TicketsPage</name>
    <message>
        <source>Tickets</source>
        <translation>Hojas</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>To finish</source>
        <translation>Por terminar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Which tickets</source>
        <translation>Qué hojas</translation>
    </message>
    <message>
        <source>Number, patient or code</source>
        <translation>Número, paciente o código</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>It came out</source>
        <translation>Salió</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar en PDF</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Reimprimir</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>{count} tickets · {waiting} to finish</source>
        <translation>{count} hojas · {waiting} por terminar</translation>
    </message>
    <message>
        <source>No ticket fits</source>
        <translation>Ninguna hoja coincide</translation>
    </message>
    <message>
        <source>Clear the search, or show all.</source>
        <translation>Borre la búsqueda, o muestre todas.</translation>
    </message>
    <message>
        <source>When a visit is closed on the board, its charge ticket comes here: to sign, to print, to save as a PDF or to send on.</source>
        <translation>Cuando se cierra una visita en el tablero, su hoja de cargos llega aquí: para firmar, imprimir, guardar en PDF o enviar.</translation>
    </message>
    <message>
        <source>No tickets yet</source>
        <translation>Aún no hay hojas</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Firmar</translation>
    </message>
</context>
<context>
    <name>TimeEditor</name>
    <message>
        <source>Edit the time of an event</source>
        <translation>Editar la hora de un evento</translation>
    </message>
    <message>
        <source>-5m or 14:02</source>
        <translation>-5m o 14:02</translation>
    </message>
    <message>
        <source>New time</source>
        <translation>Hora nueva</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>One minute earlier</source>
        <translation>Un minuto antes</translation>
    </message>
    <message>
        <source>One minute later</source>
        <translation>Un minuto después</translation>
    </message>
    <message>
        <source>Save time</source>
        <translation>Guardar hora</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Does not count</source>
        <translation>No cuenta</translation>
    </message>
    <message>
        <source>{event}: when?</source>
        <translation>{event}: ¿cuándo?</translation>
    </message>
    <message>
        <source>Nothing changed: {time} is what is charted.</source>
        <translation>Nada cambió: {time} es lo anotado.</translation>
    </message>
    <message>
        <source>Say why in a few words: it stands beside the change, on screen and paper.</source>
        <translation>Diga por qué en pocas palabras: va junto al cambio, en pantalla y papel.</translation>
    </message>
    <message>
        <source>The clock never showed that minute: on {day} it went from {before} to {after}.</source>
        <translation>El reloj nunca mostró ese minuto: el {day} pasó de {before} a {after}.</translation>
    </message>
    <message>
        <source>That is still to come. A time can be at most one minute ahead.</source>
        <translation>Eso aún no ha llegado. Una hora puede adelantarse un minuto como mucho.</translation>
    </message>
    <message>
        <source>The clock showed that minute twice. Which one?</source>
        <translation>El reloj mostró ese minuto dos veces. ¿Cuál?</translation>
    </message>
    <message>
        <source>The clock did not show that zone then. Leave the zone out.</source>
        <translation>El reloj no mostraba esa zona entonces. Omita la zona.</translation>
    </message>
    <message>
        <source>Type -5m, or a time such as 14:02.</source>
        <translation>Escriba -5m o una hora, como 14:02.</translation>
    </message>
    <message>
        <source>Not a time. Type -5m, or 24-hour time such as 14:02.</source>
        <translation>No es una hora. Escriba -5m o la hora en 24 horas, como 14:02.</translation>
    </message>
    <message>
        <source>{time}{day}, as charted</source>
        <translation>{time}{day}, como se anotó</translation>
    </message>
    <message>
        <source>{number} min earlier</source>
        <translation>{number} min antes</translation>
    </message>
    <message>
        <source>{number} min later</source>
        <translation>{number} min después</translation>
    </message>
    <message>
        <source>{time}{day}, {moved}</source>
        <translation>{time}{day}, {moved}</translation>
    </message>
    <message>
        <source>; before the check-in, {time}</source>
        <translation>; antes de recibir, {time}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Access {id}</source>
        <translation>Acceso {id}</translation>
    </message>
    <message>
        <source>No access recorded</source>
        <translation>Sin acceso registrado</translation>
    </message>
    <message>
        <source>Other routes</source>
        <translation>Otras vías</translation>
    </message>
    <message>
        <source>placed {time}</source>
        <translation>colocado {time}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>paused {duration}</source>
        <translation>pausa {duration}</translation>
    </message>
    <message>
        <source>min · {time}</source>
        <translation>min · {time}</translation>
    </message>
    <message>
        <source>planned end {time}</source>
        <translation>fin previsto {time}</translation>
    </message>
    <message>
        <source>{shared} of {own} min shared</source>
        <translation>{shared} de {own} min compartidos</translation>
    </message>
    <message>
        <source>{shared} of {own} min shared: {role}</source>
        <translation>{shared} de {own} min compartidos: {role}</translation>
    </message>
    <message>
        <source>concurrent</source>
        <translation>concurrente</translation>
    </message>
    <message>
        <source>sequential</source>
        <translation>secuencial</translation>
    </message>
    <message>
        <source>now {time}</source>
        <translation>ahora {time}</translation>
    </message>
    <message>
        <source>not charged</source>
        <translation>sin cargo</translation>
    </message>
    <message>
        <source>stop not recorded</source>
        <translation>fin no registrado</translation>
    </message>
    <message>
        <source>Pushes</source>
        <translation>Bolos</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>{title}, {lane}: {spans}</source>
        <translation>{title}, {lane}: {spans}</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>de {begin} a {end}</translation>
    </message>
    <message>
        <source>{time} {title}, {lane}</source>
        <translation>{time} {title}, {lane}</translation>
    </message>
    <message>
        <source>keep open</source>
        <translation>mantener vía</translation>
    </message>
    <message>
        <source>carrier</source>
        <translation>portador</translation>
    </message>
    <message>
        <source>flush</source>
        <translation>lavado</translation>
    </message>
    <message>
        <source>part of a procedure</source>
        <translation>parte de un procedimiento</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Follow now</source>
        <translation>Seguir ahora</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit the time of the line that is chosen</source>
        <translation>Editar la hora de la línea elegida</translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation>Mostrar más tiempo</translation>
    </message>
    <message>
        <source>Show less time</source>
        <translation>Mostrar menos tiempo</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Show the whole visit</source>
        <translation>Mostrar toda la visita</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline of the visit</source>
        <translation>Línea de tiempo de la visita</translation>
    </message>
    <message>
        <source>Nothing has been hung or pushed yet.</source>
        <translation>Nada colgado ni dado en bolo aún.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>Bloquear la pantalla</translation>
    </message>
    <message>
        <source>Print what is up and lines to write on</source>
        <translation>Imprimir lo que está en marcha y líneas para escribir</translation>
    </message>
    <message>
        <source>Downtime sheet</source>
        <translation>Hoja de contingencia</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Alto contraste, oscuro</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Como el equipo</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Signed in: {name}. Menu</source>
        <translation>Sesión de {name}. Menú</translation>
    </message>
</context>
<context>
    <name>UndoPlace</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo the last press</source>
        <translation>Deshacer la última pulsación</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>Viewed</name>
    <message>
        <source>audit</source>
        <translation>la auditoría</translation>
    </message>
    <message>
        <source>board</source>
        <translation>el tablero</translation>
    </message>
    <message>
        <source>encounter</source>
        <translation>el encuentro</translation>
    </message>
    <message>
        <source>messages that wait</source>
        <translation>los mensajes en espera</translation>
    </message>
    <message>
        <source>ticket</source>
        <translation>la hoja</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>las hojas</translation>
    </message>
    <message>
        <source>what-if</source>
        <translation>«¿y si…?»</translation>
    </message>
    <message>
        <source>audit of {what}</source>
        <translation>la auditoría del {what}</translation>
    </message>
    <message>
        <source>search result {what}</source>
        <translation>el resultado {what}</translation>
    </message>
    <message>
        <source>this shift</source>
        <translation>este turno</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>shift log of {what}</source>
        <translation>el registro de turno ({what})</translation>
    </message>
    <message>
        <source>the week</source>
        <translation>la semana</translation>
    </message>
    <message>
        <source>the month</source>
        <translation>el mes</translation>
    </message>
    <message>
        <source>the quarter</source>
        <translation>el trimestre</translation>
    </message>
    <message>
        <source>too few minutes yet</source>
        <translation>aún pocos minutos</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>límite</translation>
    </message>
    <message>
        <source>just crossed</source>
        <translation>recién pasado</translation>
    </message>
    <message>
        <source>charged as a push</source>
        <translation>se cobra como bolo</translation>
    </message>
    <message>
        <source>planned end passed</source>
        <translation>pasó el fin previsto</translation>
    </message>
    <message>
        <source>still running?</source>
        <translation>¿sigue en marcha?</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>solape</translation>
    </message>
    <message>
        <source>no dose yet</source>
        <translation>aún sin dosis</translation>
    </message>
    <message>
        <source>no order yet</source>
        <translation>aún sin indicación</translation>
    </message>
    <message>
        <source>no access yet</source>
        <translation>aún sin acceso</translation>
    </message>
    <message>
        <source>open at shift end</source>
        <translation>abierta al fin del turno</translation>
    </message>
    <message>
        <source>next planned rate</source>
        <translation>próxima velocidad prevista</translation>
    </message>
    <message>
        <source>clock not trusted</source>
        <translation>reloj no fiable</translation>
    </message>
</context>
<context>
    <name>VitalsForm</name>
    <message>
        <source>Pressure</source>
        <translation>Presión</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>Pulso</translation>
    </message>
    <message>
        <source>Resp</source>
        <translation>Resp</translation>
    </message>
    <message>
        <source>SpO2 %</source>
        <translation>SpO2 %</translation>
    </message>
    <message>
        <source>Temp °C or °F</source>
        <translation>Temp °C o °F</translation>
    </message>
    <message>
        <source>Pain 0–10</source>
        <translation>Dolor 0–10</translation>
    </message>
    <message>
        <source>Note the vital signs</source>
        <translation>Anotar los signos vitales</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Cannot be read.</source>
        <translation>No se puede leer.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>The suite has no name yet. It stands on every ticket.</source>
        <translation>La sala aún no tiene nombre. Va en cada hoja.</translation>
    </message>
    <message>
        <source>Choose a time zone from the list.</source>
        <translation>Elija una zona horaria de la lista.</translation>
    </message>
    <message>
        <source>Type how many chairs there are, or their names with commas between.</source>
        <translation>Escriba cuántos sillones hay, o sus nombres separados por comas.</translation>
    </message>
    <message>
        <source>One board holds up to {most} chairs.</source>
        <translation>Un tablero admite hasta {most} sillones.</translation>
    </message>
    <message>
        <source>Two chairs have the same name.</source>
        <translation>Dos sillones tienen el mismo nombre.</translation>
    </message>
    <message>
        <source>The name is not typed yet.</source>
        <translation>Falta escribir el nombre.</translation>
    </message>
    <message>
        <source>Plain letters a to z, then letters, digits, points or dashes; two or more.</source>
        <translation>Letras simples de la a a la z, luego letras, dígitos, puntos o guiones; dos o más.</translation>
    </message>
    <message>
        <source>Somebody here signs in with this name already.</source>
        <translation>Alguien aquí ya inicia sesión con este nombre.</translation>
    </message>
    <message>
        <source>At least {least} characters. Three or four words are easy to keep.</source>
        <translation>Al menos {least} caracteres. Tres o cuatro palabras se recuerdan bien.</translation>
    </message>
    <message>
        <source>Your own name is the first thing somebody would try.</source>
        <translation>Su propio nombre es lo primero que alguien probaría.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Las dos contraseñas difieren.</translation>
    </message>
    <message>
        <source>Six digits, nothing between them.</source>
        <translation>Seis dígitos, sin nada entre ellos.</translation>
    </message>
    <message>
        <source>Not digits in a row, like 123456.</source>
        <translation>No dígitos seguidos, como 123456.</translation>
    </message>
    <message>
        <source>Not a repeated pattern, like 121212.</source>
        <translation>No un patrón repetido, como 121212.</translation>
    </message>
    <message>
        <source>The two PINs differ.</source>
        <translation>Los dos PIN difieren.</translation>
    </message>
    <message>
        <source>At least {least} characters: four or five words.</source>
        <translation>Al menos {least} caracteres: cuatro o cinco palabras.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Las dos frases de paso difieren.</translation>
    </message>
    <message>
        <source>This is not the key shown. Read it from your paper again.</source>
        <translation>No es la clave mostrada. Léala otra vez en su papel.</translation>
    </message>
</context>
<context>
    <name>WelcomeWizard</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenida</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>Takes in people, changes settings, imports rule tables. There can be more later.</source>
        <translation>Inscribe personas, cambia ajustes, importa tablas de reglas. Puede haber más después.</translation>
    </message>
    <message>
        <source>First nurse</source>
        <translation>Enfermería</translation>
    </message>
    <message>
        <source>Somebody who hangs, starts, stops and signs. More nurses can be taken in later.</source>
        <translation>Alguien que cuelga, inicia, detiene y firma. Después pueden inscribirse más.</translation>
    </message>
    <message>
        <source>Suite</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>Chairs</source>
        <translation>Sillones</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de paso</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Carpeta de copias</translation>
    </message>
    <message>
        <source>Step {number} of {all}</source>
        <translation>Paso {number} de {all}</translation>
    </message>
    <message>
        <source>Make the suite</source>
        <translation>Crear la sala</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>Abrir NurseDesk</translation>
    </message>
    <message>
        <source>Making the suite…</source>
        <translation>Creando la sala…</translation>
    </message>
</context>
<context>
    <name>WhatIfBar</name>
    <message>
        <source>Five minutes earlier</source>
        <translation>Cinco minutos antes</translation>
    </message>
    <message>
        <source>Five minutes later</source>
        <translation>Cinco minutos después</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Como está</translation>
    </message>
    <message>
        <source>If all stopped {time}</source>
        <translation>Si todo acaba {time}</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>The badge is {name}’s. The password comes first, once a shift.</source>
        <translation>El gafete es de {name}. Primero va la contraseña, una vez por turno.</translation>
    </message>
    <message>
        <source>There is no PIN: use the password; Settings takes a PIN.</source>
        <translation>No hay PIN: use la contraseña; en Ajustes se pone un PIN.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>min</source>
        <comment>minutes, after a number</comment>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours, after a number</comment>
        <translation>h</translation>
    </message>
    <message>
        <source>units</source>
        <comment>after a dose</comment>
        <translation>unidades</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>ene</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>feb</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>mar</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>abr</translation>
    </message>
    <message>
        <source>May</source>
        <translation>may</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>jun</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>jul</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>ago</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>sep</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>oct</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>nov</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>dic</translation>
    </message>
    <message>
        <source>LATE ENTRY</source>
        <translation>ANOTACIÓN TARDÍA</translation>
    </message>
    <message>
        <source>CORRECTION</source>
        <translation>CORRECCIÓN</translation>
    </message>
    <message>
        <source>CALCULATED</source>
        <translation>CALCULADA</translation>
    </message>
    <message>
        <source>CLOCK SUSPECT</source>
        <translation>RELOJ DUDOSO</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Sin registrar</translation>
    </message>
</context>
<context>
    <name>ZoneField</name>
    <message>
        <source>Time zone: type a city</source>
        <translation>Zona horaria: escriba una ciudad</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Time zones found</source>
        <translation>Zonas horarias halladas</translation>
    </message>
</context>
</TS>
