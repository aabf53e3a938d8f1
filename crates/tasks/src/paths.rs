//! The addresses of tasks.

use kernel::Id;
use networks::Body;
use web::Slug;

use crate::Task;

web::paths! {
    /// P24: my tasks, and those I gave.
    pub TaskList = "/aufgaben" {}
    /// One task.
    pub TaskPage = "/aufgaben/{task}" { task: Id<Task> }
    /// Marking it as done.
    pub TaskDone = "/aufgaben/{task}/erledigt" { task: Id<Task> }
    /// Opening it again.
    pub TaskOpen = "/aufgaben/{task}/oeffnen" { task: Id<Task> }
    /// Changing it.
    pub TaskEditing = "/aufgaben/{task}/aendern" { task: Id<Task> }
    /// Giving it up.
    pub TaskDrop = "/aufgaben/{task}/aufgeben" { task: Id<Task> }
    /// The tasks of a body.
    pub BodyTasks = "/gremien/{body}/aufgaben" { body: Id<Body> }
    /// Giving a task.
    pub TaskNew = "/gremien/{body}/aufgaben/neu" { body: Id<Body> }
    /// The tasks of a body as a file; `transfer` answers there.
    pub BodyTasksFile = "/gremien/{body}/ausgeben/{list}/{form}" { body: Id<Body>, list: Slug, form: Slug }
}
