"""What disk, keys and the record's own checks say, in Spanish; each sentence is known by its English form."""

from collections.abc import Mapping

RECORD: Mapping[str, str] = {
    # --- of a press that was not saved, and of slow work
    "The record could not be written: write the time on paper and call for help.": (
        "No se pudo escribir el registro: anote la hora en papel y pida ayuda."
    ),
    "{means}: write the time on paper and {helps}.": "{means}: anote la hora en papel y {helps}.",
    "{problem} It is kept in the emergency journal too, and comes into the record by itself when the disk takes "
    "it.": (
        "{problem} Está también en el diario de emergencia y pasa al registro por sí solo en cuanto el disco lo "
        "acepte."
    ),
    "{failed}, because {means}: {helps}.": "{failed}, porque {means}: {helps}.",
    "{failed}: the record is unharmed; check the disk it goes to.": (
        "{failed}: el registro está intacto; revise el disco de destino."
    ),
    "The emergency journal could not be written either ({error}): write the time on paper.": (
        "Tampoco se pudo escribir el diario de emergencia ({error}): anote la hora en papel."
    ),
    "{count} entries in the emergency journal do not go into the record yet: they are safe there; make room on "
    "the disk, or have it mended, and open NurseDesk again. ({problem})": (
        "{count} anotaciones del diario de emergencia aún no pasan al registro: ahí están a salvo; haga "
        "espacio en el disco o pida que lo reparen, y abra NurseDesk otra vez. ({problem})"
    ),
    "The record is closed: nothing was saved; open NurseDesk again.": (
        "El registro está cerrado: no se guardó nada; abra NurseDesk otra vez."
    ),
    # --- where the record is
    "There is no record in {folder} (its set-up was not finished, or its record.db was moved): set up a suite "
    "in an empty folder, or choose the folder that has it.": (
        "No hay registro en {folder} (su creación no terminó o se movió su record.db): cree una sala en una "
        "carpeta vacía o elija la carpeta que lo tiene."
    ),
    "There is no record in {folder}: set up a suite in an empty folder, or choose the folder that has it.": (
        "No hay registro en {folder}: cree una sala en una carpeta vacía o elija la carpeta que lo tiene."
    ),
    "There is no record in {folder}: set up a suite, or choose the folder that has it.": (
        "No hay registro en {folder}: cree una sala o elija la carpeta que lo tiene."
    ),
    "There is a record in {folder} already, or a part of one: nothing was changed; open it, or choose an empty "
    "folder.": (
        "Ya hay un registro, o parte de uno, en {folder}: no se cambió nada; ábralo o elija una carpeta vacía."
    ),
    "The suite could not be put into {folder} ({error}): nothing was made; choose another folder.": (
        "No se pudo poner la sala en {folder} ({error}): no se creó nada; elija otra carpeta."
    ),
    "The suite could not be set up on this disk: choose another folder.": (
        "No se pudo crear la sala en este disco: elija otra carpeta."
    ),
    "The data folder holds no record: set up a suite, or choose the folder that has it.": (
        "La carpeta de datos no tiene registro: cree una sala o elija la carpeta que lo tiene."
    ),
    "The data folder already has keys: nothing was changed; open the record that is there, or choose an empty "
    "folder.": (
        "La carpeta de datos ya tiene claves: no se cambió nada; abra el registro que está ahí o elija una vacía."
    ),
    "NurseDesk is already open on this data folder: use the window that is open, or close it first.": (
        "NurseDesk ya está abierto con esta carpeta: use la ventana abierta o ciérrela primero."
    ),
    "This disk cannot lock files, so two programs could write the record at once: choose a folder on this "
    "computer's own disk.": (
        "Este disco no puede bloquear archivos y dos programas podrían escribir a la vez: elija una carpeta en el "
        "disco de este equipo."
    ),
    "The data folder cannot be locked ({error}): nothing was changed; have its permissions mended.": (
        "La carpeta de datos no se puede bloquear ({error}): no se cambió nada; pida que corrijan sus permisos."
    ),
    "The data folder {folder} cannot be made ({error}): nothing was changed; choose another folder.": (
        "La carpeta de datos {folder} no se puede crear ({error}): no se cambió nada; elija otra."
    ),
    "The folder {folder} is on a network share ({kind}), where a record can be lost without a sign: choose a "
    "folder on this computer's own disk.": (
        "La carpeta {folder} está en una red ({kind}), donde un registro puede perderse sin aviso: elija una "
        "en el disco de este equipo."
    ),
    "The folder {folder} is inside {sync}, which a sync program copies and replaces: choose a folder that is not "
    "synchronised.": (
        "La carpeta {folder} está dentro de {sync}, que un programa de sincronización reemplaza: elija una sin "
        "sincronizar."
    ),
    "The folder {folder} is where the program unpacks itself and is deleted when it ends: choose another "
    "folder.": ("La carpeta {folder} es donde se desempaqueta el programa y se borra al cerrar: elija otra."),
    "This record was written by a newer NurseDesk: nothing was changed; install the newer version to open it.": (
        "Este registro es de un NurseDesk más nuevo: no se cambió nada; instale esa versión para abrirlo."
    ),
    "This record was written by an older NurseDesk: nothing was changed; open it once with the desk to bring "
    "it up to date.": (
        "Este registro es de un NurseDesk anterior: no se cambió nada; ábralo una vez para actualizarlo."
    ),
    # --- keys and engine
    "The recovery key has {groups} groups of {size} signs, and {count} signs were typed: nothing was changed; "
    "type it again.": (
        "La clave de recuperación tiene {groups} grupos de {size} signos y se escribieron {count}: no se "
        "cambió nada; escríbala de nuevo."
    ),
    "Group {number} of the recovery key has a slip: nothing was changed; look at it again.": (
        "El grupo {number} de la clave de recuperación tiene un error: no se cambió nada; revíselo."
    ),
    "This key does not open the record: nothing was changed; try another way to open it.": (
        "Esta clave no abre el registro: no se cambió nada; pruebe otra forma de abrirlo."
    ),
    "This record has no {secret}: nothing was changed; open it another way.": (
        "Este registro no tiene {secret}: no se cambió nada; ábralo de otra forma."
    ),
    "This {secret} does not open the record: nothing was changed; try again.": (
        "Esta {secret} no abre el registro: no se cambió nada; inténtelo de nuevo."
    ),
    "The file of keys cannot be read ({error}): nothing was changed.": (
        "El archivo de claves no se puede leer ({error}): no se cambió nada."
    ),
    "The file of keys (keys.json) is damaged: the record itself is untouched; put back a copy of keys.json from a "
    "backup.": (
        "El archivo de claves (keys.json) está dañado: el registro está intacto; reponga keys.json de una "
        "copia de seguridad."
    ),
    "The file of keys cannot be written ({error}): the old one is unchanged and still opens the record.": (
        "El archivo de claves no se puede escribir ({error}): el anterior sigue igual y abre el registro."
    ),
    "The database engine is SQLite {version}, which can lose what was saved: nothing was opened; install the "
    "program again with its own engine.": (
        "El motor de datos es SQLite {version}, que puede perder lo guardado: no se abrió nada; instale de "
        "nuevo el programa con su motor."
    ),
    "The database engine does not encrypt: nothing was opened; install the program again.": (
        "El motor de datos no cifra: no se abrió nada; instale de nuevo el programa."
    ),
    "The database engine did not take the setting {name} (it says {found}): nothing was opened, because what is "
    "saved could be lost; check the disk, or install the program again.": (
        "El motor de datos no aceptó el ajuste {name} (dice {found}): no se abrió nada, porque lo guardado podría "
        "perderse; revise el disco o instale de nuevo el programa."
    ),
    "The record cannot be opened ({error}): nothing was changed; check the disk and its permissions.": (
        "El registro no se puede abrir ({error}): no se cambió nada; revise el disco y sus permisos."
    ),
    "The record cannot be read ({error}): nothing was changed; restore the last backup.": (
        "El registro no se puede leer ({error}): no se cambió nada; restaure la última copia de seguridad."
    ),
    "It could not be noted for the open desk who looked at this: the record is unharmed; have the disk looked at "
    "and the data folder's permissions mended.": (
        "No se pudo anotar para el puesto abierto quién miró esto: el registro está intacto; haga revisar el "
        "disco y corregir los permisos de la carpeta de datos."
    ),
    # --- backups and checkpoints
    "The backup folder {folder} is not there: nothing was copied, and the record is safe; connect its disk, or "
    "choose another folder in Settings.": (
        "La carpeta de copias {folder} no está: no se copió nada y el registro está a salvo; conecte su disco "
        "o elija otra carpeta en Ajustes."
    ),
    "{folder} is the data folder itself: nothing was copied; choose a folder on another disk.": (
        "{folder} es la propia carpeta de datos: no se copió nada; elija una carpeta en otro disco."
    ),
    "The backup folder {folder} cannot be used ({error}): nothing was copied; choose another.": (
        "La carpeta de copias {folder} no se puede usar ({error}): no se copió nada; elija otra."
    ),
    "The folder {folder} holds another suite's backups: nothing was copied; choose a folder of its own.": (
        "La carpeta {folder} tiene copias de otra sala: no se copió nada; elija una carpeta propia."
    ),
    "An old backup in {folder} could not be removed ({error}): nothing else was changed; check the backup "
    "folder.": (
        "No se pudo borrar una copia antigua en {folder} ({error}): no se cambió nada más; revise la carpeta."
    ),
    "The record does not verify, so this copy is no backup and is kept as {name}: older backups are unchanged; "
    "call for help. ({problem})": (
        "El registro no supera la verificación: esta copia no vale y se guarda como {name}; las anteriores siguen "
        "igual; pida ayuda. ({problem})"
    ),
    "The copy of the record does not read well: nothing was changed; call for help. ({problem})": (
        "La copia del registro no se lee bien: no se cambió nada; pida ayuda. ({problem})"
    ),
    "The checkpoint could not be copied to {folder} ({error}): the record is unharmed; check the backup folder.": (
        "El punto de control no se pudo copiar a {folder} ({error}): el registro está intacto; revise la carpeta."
    ),
    "{name} is not a checkpoint: the record is unharmed; look at the backup folder.": (
        "{name} no es un punto de control: el registro está intacto; mire la carpeta de copias."
    ),
    # --- what the checks found
    "The database file is damaged: {detail}.": "El archivo de datos está dañado: {detail}.",
    "The ledger's guard {detail} is gone.": "Falta la protección {detail} del libro.",
    "Station {station}: {detail} missing before event {seq}.": (
        "Estación {station}: faltan {detail} antes del evento {seq}."
    ),
    "Station {station}: event {seq} does not follow the one before it.": (
        "Estación {station}: el evento {seq} no sigue al anterior."
    ),
    "Station {station}: event {seq} was changed after it was saved.": (
        "Estación {station}: el evento {seq} se cambió después de guardarse."
    ),
    "Station {station}: event {seq} was not saved by this suite's program.": (
        "Estación {station}: el evento {seq} no lo guardó el programa de esta sala."
    ),
    "Station {station}: event {seq} cannot be read.": "Estación {station}: el evento {seq} no se puede leer.",
    "Station {station}: event {seq} says otherwise than its columns ({detail}).": (
        "Estación {station}: el evento {seq} dice algo distinto que sus columnas ({detail})."
    ),
    "Station {station}: the end of the chain is not where it was, at event {seq}.": (
        "Estación {station}: el fin de la cadena no está donde estaba, en el evento {seq}."
    ),
    "Station {station}: the chain disagrees with the checkpoint at event {seq} ({detail}).": (
        "Estación {station}: la cadena no concuerda con el punto de control en el evento {seq} ({detail})."
    ),
    "Station {station}: the checkpoint at event {seq} is not signed by this suite.": (
        "Estación {station}: el punto de control en el evento {seq} no está firmado por esta sala."
    ),
    "The list of {detail} does not show what the events say; rebuild the projections.": (
        "La lista de {detail} no muestra lo que dicen los eventos; rehaga las proyecciones."
    ),
}
PARTS: Mapping[str, str] = {
    "the disk is full": "el disco está lleno",
    "a file has that name": "un archivo tiene ese nombre",
    "a part of its path is a file": "una parte de su ruta es un archivo",
    "it is a folder": "es una carpeta",
    "its folder is not there": "su carpeta no está",
    "you may not use that place": "no tiene permiso en ese lugar",
    "that disk can only be read": "ese disco es de solo lectura",
    "the name is too long": "el nombre es demasiado largo",
    "the data folder can only be read": "la carpeta de datos es de solo lectura",
    "the data folder is closed to you": "no tiene permiso en la carpeta de datos",
    "another program is holding the record": "otro programa retiene el registro",
    "the disk reported a fault": "el disco informó de un fallo",
    "the record on disk is damaged": "el registro en disco está dañado",
    "the record cannot be reached": "no se llega al registro",
    "make space on this computer": "haga espacio en este equipo",
    "have its permissions mended": "pida que corrijan sus permisos",
    "close that program": "cierre ese programa",
    "call for help": "pida ayuda",
    "restore the last backup": "restaure la última copia de seguridad",
    "check the disk": "revise el disco",
    "passphrase": "frase de paso",
    "recovery key": "clave de recuperación",
    "The backup could not be made": "No se pudo hacer la copia de seguridad",
    "The record could not be copied": "No se pudo copiar el registro",
    "The record could not be read": "No se pudo leer el registro",
    "The change could not be saved": "No se pudo guardar el cambio",
    "The suite could not be set up": "No se pudo crear la sala",
}
"""What stands in one of these sentences for a part of it."""
