//! Words of the roll call that the browser draws itself.

crate::phrases! {
    count: "应到 {} 实到 {}", "Expected {}, here {}";
    unsent: "{} 条未上传", "{} not sent yet";
    all_present: "全部到", "All present";
    add: "临时加人", "Add somebody";
    leave_reason: "请假事由（本次登记的请假人员）", "Reason of the leave (of those noted on leave now)";
    note_all: "登记签到", "Note who came";
    correct: "更正", "Correct";
    session: "课次", "Session";
}
