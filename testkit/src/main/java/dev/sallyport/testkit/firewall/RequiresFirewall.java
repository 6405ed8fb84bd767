package dev.sallyport.testkit.firewall;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that need a {@link NamespaceLab}: root, {@code ip}, {@code nft}, and a kernel that lets them work. Without, they
 * are skipped with a message; with {@code -Dfirewall.required=true} they fail. Tagged {@code firewall}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("firewall")
@ExtendWith(FirewallCondition.class)
public @interface RequiresFirewall {}
