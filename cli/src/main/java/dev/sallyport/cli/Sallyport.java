package dev.sallyport.cli;

/** The program: its arguments are a command's, its exit status an {@link ExitStatus}. */
public final class Sallyport {

    private Sallyport() {}

    /** Executes one command and ends the process. */
    public static void main(String[] args) {
        settleNetty();
        Interruption interruption = Interruption.ofThisProcess();
        Terminal terminal = Terminal.ofThisProcess(interruption);
        int status = Commands.line(terminal).execute(args);
        terminal.flush();
        interruption.end(status);
    }

    /** Netty reads these when it starts: it need not look for a network card's address, nor for leaks, as tests do. */
    private static void settleNetty() {
        System.setProperty("io.netty.machineId", "00:00:00:00:00:00:00:01");
        System.setProperty("io.netty.leakDetection.level", "disabled");
    }
}
