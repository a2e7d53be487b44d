//! Words of delegations.

crate::phrases! {
    delegations: "委托审批", "Delegation";
    new: "委托他人代为审批（AB 岗）", "Lend your power to approve";
    to: "受托人", "To whom";
    first: "起始日", "First day";
    last: "截止日", "Last day";
    to_hint: "本单位的另一位负责人；不能代批自己承办的案件", "Another head, or the chief; never for a case of one's own";
    last_hint: "含当日，一次最长 92 天", "Included; 92 days at most";
    choose: "请选择", "Choose";
    give: "委托", "Delegate";
    consequence: "期间内转交您审批的事项由受托人代为审批，案件经过里记明“代”和双方姓名；可以随时收回。",
        "On these days that person approves in your place; the timeline names both. You can take it back at any time.";
    standing: "现有委托", "Delegations now";
    from: "委托人", "From";
    days: "期间", "Days";
    state: "状态", "State";
    none: "没有委托", "Nothing is delegated";
    in_force: "生效中", "in force";
    later: "未到起始日", "not begun";
    revoked: "已收回", "taken back";
    revoke: "收回", "Take back";
    given_done: "已委托。", "Delegated.";
    revoked_done: "已收回，即时生效。", "Taken back at once.";
}
