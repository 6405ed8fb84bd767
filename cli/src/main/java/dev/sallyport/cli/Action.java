package dev.sallyport.cli;

import java.util.concurrent.Callable;

/** What a command does; its {@link ExitStatus} becomes the process's. */
interface Action extends Callable<Integer> {

    /** Does it; bad input is a {@link BadInputException} or another exception that {@link Mistakes} knows. */
    ExitStatus execute();

    @Override
    default Integer call() {
        return execute().code();
    }
}
