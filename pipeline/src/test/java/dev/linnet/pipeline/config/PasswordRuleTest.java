package dev.linnet.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
    private final PasswordRule rule = new PasswordRule(List.of("Ana Example", "ana.example"), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "password1",
                "Password1!",
                "12345678",
                "123456789012",
                "qwertyui",
                "qwertyuiop",
                "iloveyou",
                "aaaaaaaaaaaa",
                "abcdefgh",
                "changeme",
                "letmein1",
                "trustno1",
                "hunter22",
                "密码密码密码密码",
                "linnet123",
                "Linnet2026",
                "linnetlinnet",
                "l1nnet123",
                "linnet-console",
                "consolelinnet1",
                "linnet2026!",
                "example1",
                "Example-2026"
            })
    void commonPasswordIsTooEasy(String password) {
        assertThat(rule.problem(password))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains("too easy to guess")
                        .contains("four unrelated words")
                        .doesNotContain(password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse",
                "correct horse battery",
                "kT7#qzL0vB2m",
                "q9x4m2vk",
                "a quiet blue heron",
                "tausend rote vögel",
                "linnet sings over wet gravel"
            })
    void passphraseAndRandomCharactersPass(String password) {
        assertThat(rule.problem(password)).isEmpty();
    }

    @Test
    void whereOthersCanTryItHasToBeHarder() {
        PasswordRule exposed = new PasswordRule(List.of(), true);
        assertThat(rule.problem("swiftbox9")).isEmpty();
        assertThat(exposed.problem("swiftbox9")).isPresent();
        assertThat(exposed.problem("correct horse battery")).isEmpty();
        assertThat(exposed.problem("kT7#qzL0vB2m")).isEmpty();
    }

    @Test
    void shortAndEmptyOnesAreNamed() {
        assertThat(rule.problem("kT7#qzL").orElseThrow()).contains("at least 8 characters");
        assertThat(rule.problem("long".repeat(300)).orElseThrow()).contains("is too long", "1000 bytes");
        assertThat(rule.problem("").orElseThrow()).contains("is empty");
        assertThat(rule.problem("        ").orElseThrow()).contains("is empty");
    }

    @Test
    void longPasswordIsJudgedInReasonableTime() {
        Random random = new Random(1);
        String letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-*_";
        StringBuilder password = new StringBuilder();
        while (password.length() < 900) {
            password.append(letters.charAt(random.nextInt(letters.length())));
        }

        long start = System.nanoTime();
        assertThat(rule.problem(password.toString())).isEmpty();

        // Uncapped, 200 characters of this kind take 6 seconds.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
