package dev.sallyport.control;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The two streams between a controller and an agent, seen from the controller.
 *
 * @param in what the agent says
 * @param out what it is told
 * @param process the child behind the streams, which the controller started and ends; empty where there is none
 */
public record Pipe(InputStream in, OutputStream out, Optional<Process> process) {

    /** Returns the standard streams of a child. */
    public static Pipe to(Process child) {
        return new Pipe(child.getInputStream(), child.getOutputStream(), Optional.of(child));
    }

    /** Returns streams that lead to no process of ours. */
    public static Pipe over(InputStream in, OutputStream out) {
        return new Pipe(in, out, Optional.empty());
    }
}
