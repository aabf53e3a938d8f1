//! The program `geflecht`; everything it does is in the library beside it.

fn main() -> std::process::ExitCode {
    geflecht::cli::main()
}
