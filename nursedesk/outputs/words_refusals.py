"""What the desk could not do, in plain English: what happened, what is safe, what to do."""

from collections.abc import Mapping

REFUSALS = {
    "amount_unread": "That amount cannot be read, so nothing was recorded: type a number and a unit, like 400 mg.",
    "badge_taken": (
        "That badge is {name}’s, so {wanted} did not get it: take it from {name} first, or scan another."
    ),
    "badge_unread": "A badge has seven digits or more, so nothing was changed: scan it into the field.",
    "cannot_sign": "Something still blocks this ticket, so it was not signed: see what is missing, then sign.",
    "chair_out": "Chair {chair} is out of service ({reason}), so nothing was recorded: choose another chair.",
    "chair_taken": "Chair {chair} has a patient, so nothing was recorded: choose a free chair.",
    "claim_first": (
        "A press on that line waits for its name, so nothing was moved: claim or discard the press first."
    ),
    "folder_not_there": "There is no folder {folder}: nothing was changed; connect its disk or choose another.",
    "folder_of_record": (
        "{folder} is the record’s own folder, and what harms one harms both: nothing was changed; choose another, "
        "best on another disk."
    ),
    "folder_unwritable": "Nothing can be written into {folder}: nothing was changed; choose another folder.",
    "journal_holds": (
        "The emergency journal in {folder} holds presses, and they are safe: nothing was changed; open NurseDesk "
        "again, which takes them into the record, and then choose."
    ),
    "last_administrator": (
        "{name} is the last administrator, and nobody could let others in: nothing was changed; make "
        "somebody else an administrator without an end date first."
    ),
    "lines_up": "{name} still has lines up, so nothing was changed: hand over first what runs in {lines}.",
    "line_down": "That line is down already, so nothing was recorded: hang it anew or take its stop back.",
    "name_taken": "Somebody signs in as {name} already, so nobody was added: choose another sign-in name.",
    "no_clock_time": "{time} is no time of day, so nobody was listed: type it like 09:30.",
    "no_drug": "A line needs a drug, so nothing was hung: name it, then start.",
    "no_name": "A visit needs the patient's name, so nobody was checked in: type it, then check in.",
    "no_name_listed": "An entry of the list needs the patient's name, so nobody was listed: type it first.",
    "no_other_visit": "Nobody else is here to whom the line could go: check the patient in first, then move it.",
    "no_such_access": "There is no access {access} in this visit, so nothing was recorded: place it first.",
    "no_such_chair": "There is no chair {chair} here, so nothing was changed: choose one of the suite’s.",
    "no_such_event": "That entry is not in this visit's record, so nothing was changed: choose it from the list.",
    "no_such_line": "There is no line {line} in this visit, so nothing was recorded.",
    "no_such_nurse": "Nobody who works at the chairs signs in as {name}: nothing was handed over; choose a nurse.",
    "no_such_person": "Nobody signs in as {name}: nothing was opened; check the name.",
    "no_such_press": "That press has been claimed or discarded already: nothing was changed.",
    "nobody_listed": "Nobody is on that list, so nothing was recorded.",
    "not_allowed": "{name}'s role does not allow this, so nothing was recorded: ask somebody whose role does.",
    "not_expected": "That patient is not on today's list any more, so nobody was checked in: check in by name.",
    "not_started": "That line has not started, so no stop was recorded: start it, or take it out.",
    "not_stopped": "That line is not stopped, so nothing was changed.",
    "not_a_vital_sign": "{value} cannot be a vital sign, so nothing was noted: check what was typed.",
    "nothing_measured": "Nothing was measured, so nothing was noted: type at least one value.",
    "not_back_dated": "That happens at the press and at no other time, so nothing was recorded: press it now.",
    "nothing_written": "There is nothing in the note, so none was kept: type it first.",
    "passphrase_short": "A passphrase has 8 characters or more: nothing was made; choose a longer one.",
    "password_short": "The password of {name} has fewer than 8 characters: nothing was made; choose a longer one.",
    "person_name": "A person needs a name of up to 120 characters, so nothing was changed: type it.",
    "pin_not_six_digits": "A PIN is six digits: nothing was changed; choose one for {name}.",
    "pin_too_simple": "That PIN is easy to guess: nothing was changed; choose one without runs or repeats.",
    "push_unsaid": (
        "It was not said what was pushed: nothing was changed and the time is kept; say the drug, or discard the "
        "press."
    ),
    "press_outrun": (
        "The line is not as it was at that press, so nothing was recorded: discard the press with a "
        "reason, or correct the time in the visit."
    ),
    "pressures_swapped": "The lower pressure is above the upper one, so nothing was noted: swap them.",
    "rate_nothing": "A rate is more than nothing, so it was left as it was: pause or stop the line instead.",
    "reason_needed": "A changed or late time needs a reason, so nothing was changed: say why, then save.",
    "reason_needed_chair": "A chair out of service needs a reason: chair {chair} was left as it is; say why.",
    "reason_needed_correction": "A correction needs a reason, so nothing was changed: say why, then save.",
    "reason_needed_glass": "Charting in an emergency needs a reason, so nothing was opened: say why.",
    "reason_needed_press": "A press that is discarded needs a reason, so it is still there: say why.",
    "reopen_first": "This visit is closed, so nothing was changed: reopen it first.",
    "role_needed": "{name} needs a role, so nothing was changed: choose one.",
    "same_as_before": "That is what is charted already, so nothing was changed.",
    "same_person": "The second person must be somebody else, so nothing was signed: let a colleague sign.",
    "site_hidden": "The site's name holds hidden characters, so nothing was made: type it instead of pasting it.",
    "site_long": "The site's name is longer than 120 characters, so nothing was made: shorten it.",
    "site_missing": "The site needs a name that can be seen, so nothing was made: type it.",
    "sign_in_name": "A sign-in name is up to 64 plain letters and digits without spaces: {name} cannot be used.",
    "stop_before_start": "That stop lies before the start, so nothing was recorded: type a later time.",
    "stands": "What was signed, closed, printed or sent stands, so nothing was changed: reopen the visit instead.",
    "time_ahead": "That time has not come yet, so nothing was changed: type a time up to now.",
    "until_past": "That last day has passed, so nothing was changed: choose today or a later day.",
    "waste_first": "No waste is charted for it, so there is nothing to sign for: chart the waste first.",
}


def refusal_text(key: str, params: Mapping[str, str]) -> str:
    """The sentence for a refusal of the desk."""
    return REFUSALS[key].format(**params)
