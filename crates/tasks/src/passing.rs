//! What of tasks passes and stays when somebody leaves a post.

use db::Conn;
use kernel::{Id, Result};
use web::{Becomes, Leaving, Passing, Viewer};

use crate::{Owner, pages::due_words, paths::TaskPage, reads::Known, rules::sort, store::lists};

/// Open tasks of the post pass to whoever comes next; her own stay with her. Only those the viewer may know of.
pub fn passing(conn: &Conn, v: &Viewer, leaving: &Leaving) -> Result<Vec<Passing>> {
    let mut tasks = lists::list_leaving(conn, Id::new(leaving.post), Id::new(leaving.person))?;
    sort(&mut tasks);
    let known = Known::load(conn, &v.actor, &tasks)?;
    tasks.retain(|task| known.stance(&v.actor, task).knows());
    let line = |task: &crate::Task| {
        let body = known.bodies.get(&task.body);
        let place = body.map(|b| b.name_in(v.lang).to_owned());
        let detail: Vec<String> = place.into_iter().chain([due_words(v.lang, task, v.today)]).collect();
        Passing {
            becomes: if matches!(task.owner, Owner::Post(_)) { Becomes::Passes } else { Becomes::Stays },
            title: task.title_in(v.lang).to_owned(),
            detail: detail.join(" · "),
            url: Some(v.link(&TaskPage { task: task.id })),
            quiet: body.is_none_or(|b| b.sensitive),
            number: None,
            decides: false,
        }
    };
    Ok(tasks.iter().map(line).collect())
}
