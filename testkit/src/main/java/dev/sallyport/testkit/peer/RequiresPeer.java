package dev.sallyport.testkit.peer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests against foreign programs, such as {@code sipp}. Where one is not installed they are skipped with a message; with
 * {@code -Dinterop.required=true} they fail. Tagged {@code interop}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("interop")
@ExtendWith(PeerCondition.class)
public @interface RequiresPeer {
    /** The names of the programs, as one types them. */
    String[] value();

    /** Whether the tests need root besides, to listen below port 1024. */
    boolean root() default false;
}
