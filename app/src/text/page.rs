//! Words that every page uses.

crate::phrases! {
    product: "潇湘", "Xiaoxiang";
    product_line: "商务监管与劳务服务", "Commerce supervision and labour services";
    to_content: "跳到正文", "Skip to content";
    main_menu: "主菜单", "Main menu";
    breadcrumb: "当前位置", "You are here";
    choose_bureau: "切换单位", "Switch bureau";
    read_only: "只读", "Read only";
    search: "搜索", "Search";
    save: "保存", "Save";
    cancel: "取消", "Cancel";
    back: "返回", "Back";
    next_page: "下一页", "Next page";
    first_page: "回到第一页", "First page";
    required: "必填", "required";
    optional: "选填", "optional";
    problems_title: "请先处理以下问题，已填内容没有丢失", "Please mend the following; what you typed is kept";
    not_found_title: "没有找到", "Not found";
    not_found_body: "这里没有您要看的内容，可能地址有误，或者它不属于本单位。请从左侧菜单进入，或用搜索查找。",
        "There is nothing here for you: the address may be wrong, or it belongs to another bureau. Use the menu or the search.";
    forbidden_title: "您现在没有这项权限", "You do not hold this power";
    conflict_title: "内容已被他人修改", "Somebody else changed this in between";
    conflict_body: "请重新打开最新内容，核对后再提交；您填写的内容已保存为草稿。",
        "Open the newest version, compare, and send again; what you typed is kept as a draft.";
    down_title: "系统这边出了问题", "Something broke on our side";
    down_body: "您填写的内容没有丢失。请稍后重试；如再次出现，请把编号告诉单位管理员：",
        "Nothing you typed is lost. Try again shortly; if it happens again, tell your administrator the number:";
    unreadable: "提交的内容无法识别，请返回上一页重新填写后再提交。", "The form could not be read; go back, fill it in again and send it.";
    sign_in_again: "登录已失效，请重新登录，登录后回到原来的页面。", "Your session has ended; sign in again and you return to this page.";
    session_ended: "登录已失效。您填写的内容还在这里，没有丢失：请重新登录，然后继续提交。",
        "Your session has ended. What you typed is still here: sign in again, then go on.";
    signed_in_again: "已重新登录", "Signed in again";
    go_on_hint: "您刚才填写的内容还没有提交，点“继续提交”即可提交。", "What you typed has not been sent yet; go on to send it.";
    go_on: "继续提交", "Go on and send";
    unsent_kept: "继续填写 {} 自动保存的草稿", "Go on with the draft kept at {}";
    kept_at: "草稿已于 {} 自动保存", "Draft kept at {}";
    too_long: "提交的内容过长，请返回上一页缩短后再提交。", "What was sent is too long; go back, shorten it and send again.";
    go_home: "回到首页", "To the first page";
    language_other: "English", "中文";
    theme: "外观", "Appearance";
    sign_out: "退出登录", "Sign out";
    clear: "清除筛选", "Clear";
    no_results: "没有符合条件的内容", "Nothing matches";
    loading: "正在加载…", "Loading…";
}
