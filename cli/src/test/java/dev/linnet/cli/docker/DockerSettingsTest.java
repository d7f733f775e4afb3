package dev.linnet.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linnet.pipeline.config.ConfigException;
import dev.linnet.pipeline.config.ConfigReader;
import dev.linnet.testkit.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The settings and the start script of the container image. */
class DockerSettingsTest {
    private static final Path SETTINGS = Repository.file("docker/linnet/linnet.yaml");

    @Test
    void theImagesSettingsHaveNoMistakeButFoldersThatOnlyAContainerHas() throws Exception {
        String text = Files.readString(SETTINGS).replace("[/stream]", "[.]").replace("[/blog]", "[.]");
        assertThatCode(() -> new ConfigReader(name -> "value of " + name).parse("linnet.yaml", text, Repository.root()))
                .doesNotThrowAnyException();
    }

    @Test
    void aMissingSecretIsNamed() throws Exception {
        String text = Files.readString(SETTINGS).replace("[/stream]", "[.]").replace("[/blog]", "[.]");
        assertThatThrownBy(() -> new ConfigReader(name -> name.equals("LINNET_QUEUE_PASSWORD") ? null : "x")
                        .parse("linnet.yaml", text, Repository.root()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("LINNET_QUEUE_PASSWORD");
    }

    @Test
    void theClassesThatTheStartScriptNamesAreThere() throws Exception {
        String script = Files.readString(Repository.file("docker/linnet/entrypoint.sh"));
        for (String name : new String[] {
            "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint",
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
            "dev.linnet.cli.Linnet"
        }) {
            assertThat(script).contains(name);
            assertThatCode(() -> Class.forName(name, false, getClass().getClassLoader()))
                    .doesNotThrowAnyException();
        }
    }
}
