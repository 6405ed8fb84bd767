package dev.sallyport.cli;

import dev.sallyport.control.NoAgentsException;
import dev.sallyport.control.bus.BusException;
import dev.sallyport.control.bus.BusyException;
import dev.sallyport.demo.NoSiteException;
import dev.sallyport.identity.IdentityException;
import dev.sallyport.json.MalformedJsonException;
import dev.sallyport.scenarios.NoPlanException;
import dev.sallyport.yaml.InvalidFileException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words what went wrong: the user's mistakes as messages, ours with the trace that we need. */
record Mistakes(PrintStream err) implements IExecutionExceptionHandler, IParameterExceptionHandler {

    /** What is thrown for bad input; anything else is a bug. */
    private static final List<Class<? extends Exception>> USERS = List.of(
            BadInputException.class,
            NoPlanException.class,
            NoAgentsException.class,
            BusException.class,
            BusyException.class,
            NoSiteException.class,
            InvalidFileException.class,
            IdentityException.class,
            MalformedJsonException.class,
            UncheckedIOException.class);

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult arguments) {
        if (USERS.stream().anyMatch(type -> type.isInstance(exception))) {
            err.println(exception.getMessage());
            return ExitStatus.BAD_INPUT.code();
        }
        err.println(
                "This is a bug in Sallyport, not a finding about your network; please report it with what follows:");
        exception.printStackTrace(err);
        return ExitStatus.BUG.code();
    }

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        if (arguments.length == 0) {
            command.usage(err);
            return ExitStatus.BAD_INPUT.code();
        }
        err.println(command.getCommandSpec().qualifiedName() + ": " + lowerFirst(exception.getMessage())
                + suggestion(exception));
        err.println("see: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitStatus.BAD_INPUT.code();
    }

    private static String lowerFirst(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String suggestion(ParameterException exception) {
        if (!(exception instanceof UnmatchedArgumentException)) {
            return "";
        }
        List<String> near = ((UnmatchedArgumentException) exception).getSuggestions();
        return near.isEmpty() ? "" : "; did you mean '" + near.get(0) + "'?";
    }
}
