package dev.sallyport.cli;

/** The program: its arguments are a command's, its exit status an {@link ExitStatus}. */
public final class Sallyport {

    private Sallyport() {}

    /** Executes one command and ends the process. */
    public static void main(String[] args) {
        Interruption interruption = Interruption.ofThisProcess();
        Terminal terminal = Terminal.ofThisProcess(interruption);
        int status = Commands.line(terminal).execute(args);
        terminal.flush();
        interruption.end(status);
    }
}
