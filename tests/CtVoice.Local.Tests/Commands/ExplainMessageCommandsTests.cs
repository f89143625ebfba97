using System.Text.Json;
using CtVoice.Local.Commands;

namespace CtVoice.Local.Tests.Commands;

public sealed class ExplainMessageCommandsTests
{
    [Fact]
    public void Every_line_in_gives_one_object_out()
    {
        var output = new StringWriter();

        ExplainMessageCommands.ExplainSms(new StringReader("STOP\n2 - only if names are removed\n\nquiero morir\n"), output, json: true);

        var read = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .ToArray();
        Assert.Equal(["opt-out", "answer", "answer", "answer"], read.Select(one => one.GetProperty("kind").GetString()));
        Assert.Equal(["", "2", "", ""], read.Select(one => one.GetProperty("choice").ToString()));
        Assert.Equal(["[]", "[]", "[]", "[\"acute\"]"], read.Select(one => one.GetProperty("flags").GetRawText()));
        Assert.Equal("2 - only if names are removed", read[1].GetProperty("text").GetString());
        Assert.All(read, one => Assert.Equal(["kind", "choice", "flags", "text", "because"], one.EnumerateObject().Select(p => p.Name)));
        Assert.All(read, one => Assert.NotEmpty(one.GetProperty("because").GetString()!));
    }

    [Fact]
    public void Every_file_gives_one_object_and_a_missing_one_a_line_of_error()
    {
        var folder = Directory.CreateTempSubdirectory("ctvoice-explain-");
        try
        {
            var body = Path.Combine(folder.FullName, "body.txt");
            var mail = Path.Combine(folder.FullName, "away.eml");
            var missing = Path.Combine(folder.FullName, "missing.txt");
            File.WriteAllText(body, "Sí, con cambios.\n\n> ¿Está de acuerdo?\n");
            File.WriteAllText(mail, "From: a@example.net\nSubject: Automatic reply: q\nMessage-ID: <1@x>\n\nAway.\n");
            var output = new StringWriter();
            var error = new StringWriter();

            var result = ExplainMessageCommands.ExplainEmail([body, missing, mail], output, error, json: true);

            var read = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement).ToArray();
            Assert.Equal(1, result);
            Assert.Contains("missing.txt", error.ToString(), StringComparison.Ordinal);
            Assert.Equal([(body, "answer", "Sí, con cambios.", "> ¿Está de acuerdo?"), (mail, "automated", "Away.", "")],
                read.Select(
                    one => (one.GetProperty("file").GetString(), one.GetProperty("kind").GetString(), one.GetProperty("reply")
                        .GetString(), one.GetProperty("trimmed").GetString())));
            Assert.All(read,
                one => Assert.Equal(["file", "kind", "reply", "trimmed", "because"], one.EnumerateObject().Select(p => p.Name)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
