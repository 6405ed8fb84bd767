package dev.sallyport.cli;

import java.util.List;

/** The input was wrong and nothing was sent; each message says what was found and what to do. */
final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadInputException(String message) {
        super(message);
    }

    BadInputException(List<String> messages) {
        super(String.join("\n", messages));
    }
}
