"""The second person: whoever takes money does not alone decide that it need not be paid, or goes back."""

from __future__ import annotations

from loket.domain.entities import Id, Operator, Role
from loket.domain.errors import RefusalCode, Refused
from loket.services.circulation import Approval
from loket.services.desk import Action


def second_person(act: Action, approval: Approval | None) -> Id:
    """The key of the supervisor who approved, who is not the one signed in. A void receipt has two names on it.

    Raises Refused: NOT_SIGNED_IN, APPROVAL_NEEDED, SECOND_PERSON (it is the same person), ROLE_MISSING.
    """
    if act.desk.operator is None:
        raise Refused(RefusalCode.NOT_SIGNED_IN)
    if approval is None:
        raise Refused(RefusalCode.APPROVAL_NEEDED)
    if approval.supervisor_id == act.desk.operator.id:
        raise Refused(RefusalCode.SECOND_PERSON)
    supervisor = act.state.get(Operator, approval.supervisor_id)
    if supervisor is None or not supervisor.active or Role.SUPERVISOR not in supervisor.roles:
        raise Refused(RefusalCode.ROLE_MISSING, roles=(Role.SUPERVISOR.value,))
    return supervisor.id
