//! Every act of training, and the power each needs: one table.

use super::words::words;
use crate::role::Power;

words! {
    /// What may be done from programme to certificate, in the order of the work.
    TrainingAct {
        PlanProgramme = "plan_programme", "起草培训项目", "Draft the programme";
        SubmitProgramme = "submit_programme", "提交培训项目", "Submit the programme";
        ApproveProgramme = "approve_programme", "批准培训项目", "Approve the programme";
        ReturnProgramme = "return_programme", "退回培训项目", "Return the programme";
        RunProgramme = "run_programme", "启动培训项目", "Start the programme";
        /// The target of an approved programme changes by a record of its own.
        AmendProgramme = "amend_programme", "调整培训人数", "Amend the target";
        CloseProgramme = "close_programme", "结束培训项目", "Close the programme";
        CancelProgramme = "cancel_programme", "取消培训项目", "Cancel the programme";
        PlanClass = "plan_class", "筹备培训班", "Plan a class";
        EditClass = "edit_class", "修改培训班", "Edit the class";
        /// Adds a session to the timetable, or changes one.
        PlanSession = "plan_session", "安排课次", "Plan a session";
        DeleteSession = "delete_session", "删除课次", "Delete the session";
        StrikeSession = "strike_session", "取消课次", "Strike the session";
        OpenEnrolment = "open_enrolment", "开放报名", "Open enrolment";
        OpenClass = "open_class", "开班", "Open the class";
        SuspendClass = "suspend_class", "暂停培训班", "Suspend the class";
        ResumeClass = "resume_class", "恢复上课", "Resume the class";
        FinishClass = "finish_class", "结业", "Finish the class";
        ArchiveClass = "archive_class", "归档培训班", "Archive the class";
        CancelClass = "cancel_class", "取消培训班", "Cancel the class";
        Apply = "apply", "登记报名", "Register an application";
        Accept = "accept", "录取", "Accept";
        PutOnWaitingList = "put_on_waiting_list", "列入候补", "Put on the waiting list";
        Refuse = "refuse", "不予录取", "Decline";
        Withdraw = "withdraw", "退出报名", "Withdraw the application";
        DropOut = "drop_out", "登记退学", "Record a drop-out";
        SignIn = "sign_in", "签到", "Sign in";
        CorrectSignIn = "correct_sign_in", "更正签到", "Correct a sign-in";
        RecordMarks = "record_marks", "登记成绩", "Record marks";
        CorrectMarks = "correct_marks", "更正成绩", "Correct marks";
        IssueCertificate = "issue_certificate", "发证", "Issue the certificate";
        ReplaceCertificate = "replace_certificate", "换发证书", "Replace the certificate";
        RevokeCertificate = "revoke_certificate", "撤销证书", "Revoke the certificate";
        /// What a roll told; judged by its own rules, and never offered as a next act.
        ImportRoll = "import_roll", "花名册导入", "Import from a roll";
    }
}

impl TrainingAct {
    /// The power that the act needs.
    #[must_use]
    pub fn power(self) -> Power {
        match self {
            TrainingAct::ApproveProgramme
            | TrainingAct::ReturnProgramme
            | TrainingAct::AmendProgramme
            | TrainingAct::RevokeCertificate => Power::ApprovePlans,
            _ => Power::RunTraining,
        }
    }

    /// Whether the act is refused without a reason (marked (R) in the chain).
    #[must_use]
    pub fn asks_reason(self) -> bool {
        matches!(
            self,
            TrainingAct::ReturnProgramme
                | TrainingAct::AmendProgramme
                | TrainingAct::CancelProgramme
                | TrainingAct::StrikeSession
                | TrainingAct::SuspendClass
                | TrainingAct::CancelClass
                | TrainingAct::Refuse
                | TrainingAct::DropOut
                | TrainingAct::CorrectSignIn
                | TrainingAct::CorrectMarks
                | TrainingAct::RevokeCertificate
        )
    }
}
