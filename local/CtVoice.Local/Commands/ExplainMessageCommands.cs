using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Language.Email;
using CtVoice.Language.Sms;

namespace CtVoice.Local.Commands;

/// <summary><c>explain sms</c> and <c>explain email</c>: how a message would be read, by the code that the webhooks use.</summary>
internal static class ExplainMessageCommands
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>One text per line on standard input, one explanation per line on standard output.</summary>
    internal static Command CreateSms()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object per line instead of text." };
        var command = new Command("sms", "Explain how text messages are read: one text per line on standard input.") { json };
        command.SetAction(result =>
        {
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            ExplainSms(input, output, result.GetValue(json));
            return 0;
        });
        return command;
    }

    /// <summary>One explanation per file: a plain-text body or a raw mail.</summary>
    internal static Command CreateEmail()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object per line instead of text." };
        var files = new Argument<string[]>("FILE") { Description = "A plain-text body or a raw .eml.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("email", "Explain how emails are read: kind, reply, and what is left out.") { json, files };
        command.SetAction(result =>
        {
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            return ExplainEmail(result.GetValue(files) ?? [], output, Console.Error, result.GetValue(json));
        });
        return command;
    }

    /// <summary>Explains every line of the input, an empty one included, so that lines in and out stay paired.</summary>
    internal static void ExplainSms(TextReader input, TextWriter output, bool json)
    {
        while (input.ReadLine() is { } text)
        {
            var reading = SmsReader.Read(text, SmsContext.Default);
            var kind = JsonNamingPolicy.KebabCaseLower.ConvertName(reading.Kind.ToString());
            output.WriteLine(json
                ? JsonSerializer.Serialize(new { kind, reading.Choice, reading.Flags, reading.Text, reading.Because }, Json)
                : $"{kind}{Named(reading.Choice)}{Listed(reading.Flags)}: {reading.Because}");
        }
    }

    /// <summary>Explains each file; a file that cannot be read is named on the error stream and makes the result 1.</summary>
    internal static int ExplainEmail(IEnumerable<string> files, TextWriter output, TextWriter error, bool json)
    {
        var failed = 0;
        foreach (var file in files)
        {
            byte[] bytes;
            try
            {
                bytes = File.ReadAllBytes(file);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                error.WriteLine($"{file}: {fault.Message}");
                failed = 1;
                continue;
            }

            var reading = EmailReader.Read(bytes, EmailContext.Default with { OwnHeader = OutgoingEmail.OwnHeader });
            var kind = JsonNamingPolicy.KebabCaseLower.ConvertName(reading.Kind.ToString());
            var automation = reading.Automation is { } machine ? JsonNamingPolicy.KebabCaseLower.ConvertName(machine.ToString()) : null;
            output.WriteLine(json
                ? JsonSerializer.Serialize(new { file, kind, reading.Reply, reading.Trimmed, reading.Because }, Json)
                : $"{file}: {kind}{(automation is null ? "" : $" ({automation})")}{Named(reading.Choice)}{Listed(reading.Flags)}: "
                    + $"{reading.Because}\n{reading.Reply}\n");
        }

        return failed;
    }

    private static string Named(int? choice) => choice is { } value ? $", option {value}" : "";

    private static string Listed(IReadOnlyList<string> flags) => flags.Count == 0 ? "" : $", {string.Join(", ", flags)}";
}
