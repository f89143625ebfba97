using System.Text;
using System.Text.Json;
using CtVoice.Language.Mime;

namespace CtVoice.Core.Conversations.Providers;

/// <summary>
/// Reads a mail from the form that SendGrid's Inbound Parse posts ("Setting Up The Inbound Parse Webhook", SendGrid
/// documentation): the raw mail in <c>email</c>, or its parsed fields. Odd content gives the most readable mail there is,
/// never an error.
/// </summary>
public static class SendGridMail
{
    /// <summary>Fields that are read; a form has others.</summary>
    public static IReadOnlySet<string> Fields { get; } =
        new HashSet<string>(["email", "headers", "text", "html", "from", "to", "subject", "envelope", "charsets"], StringComparer.Ordinal);

    /// <summary>Reads the fields of a form.</summary>
    /// <param name="fields">By name, as they came.</param>
    /// <param name="files">Files that came beside them.</param>
    /// <param name="cut">Something was too long and left out.</param>
    public static ReceivedMail Read(IReadOnlyDictionary<string, byte[]> fields, IReadOnlyList<ReceivedFile> files, bool cut)
    {
        var charsets = Json(fields.GetValueOrDefault("charsets"));
        string? Text(string name) => fields.TryGetValue(name, out var bytes) ? Charsets.Decode(Property(charsets, name), bytes) : null;
        var mail = fields.TryGetValue("email", out var raw)
            ? MimeReader.Read(raw)
            : MimeReader.FromFields(Headers(Text("headers"), Text("from"), Text("subject")), Text("text"), Text("html"));
        mail = mail with { Attachments = [.. mail.Attachments, .. files.Select(f => f.About)], Cut = mail.Cut || cut };
        foreach (var file in files)
            mail = file.OpenedIn(mail);
        var envelope = Json(fields.GetValueOrDefault("envelope"));
        // The envelope says where it really went; the header may name other people, or nobody.
        var to = string.Join(", ", Strings(envelope, "to").Append(Text("to") ?? mail.Headers["To"] ?? ""));
        var from = mail.Headers.Address("From") ?? Text("from") ?? Strings(envelope, "from").FirstOrDefault() ?? "";
        return new(MessageId.Of(mail.Headers), from, to, mail);
    }

    private static string Headers(string? headers, string? from, string? subject)
    {
        var text = new StringBuilder(headers?.TrimEnd() ?? "");
        // Fields outside the headers are the only ones when a form was posted without them.
        if (headers is null && from is not null)
            text.Append("From: ").Append(OneLine(from)).Append('\n');
        if (headers is null && subject is not null)
            text.Append("Subject: ").Append(OneLine(subject)).Append('\n');
        return text.Append("\n\n").ToString();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static JsonElement? Json(byte[]? bytes)
    {
        if (bytes is null)
            return null;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Only a hint: without it the mail is read as it is.
            return null;
        }
    }

    private static string? Property(JsonElement? json, string name) => Strings(json, name).FirstOrDefault();

    private static IEnumerable<string> Strings(JsonElement? json, string name)
    {
        if (json is not { ValueKind: JsonValueKind.Object } held || !held.TryGetProperty(name, out var value))
            return [];
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(JsonText.Of).OfType<string>()]
            : JsonText.Of(value) is { } one ? [one] : [];
    }
}
