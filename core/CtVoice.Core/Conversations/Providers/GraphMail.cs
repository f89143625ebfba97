using System.Text;
using System.Text.Json;
using CtVoice.Language.Mime;

namespace CtVoice.Core.Conversations.Providers;

/// <summary>
/// Reads mails from JSON: a <c>message</c> of Microsoft Graph, a page of them (<c>value</c>), or what the Office 365 Outlook
/// connector hands to a Logic App, whose names are the same with a capital and whose values are flatter.
/// </summary>
public static class GraphMail
{
    /// <summary>Mails read from one request.</summary>
    private const int Most = 100;

    private static readonly string[] Recipients = ["toRecipients", "to", "ccRecipients", "cc"];

    /// <summary>The mails of a request; null when the body is no JSON or holds none.</summary>
    public static IReadOnlyList<ReceivedMail>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = JsonText.Get(document.RootElement, "value") is { ValueKind: JsonValueKind.Array } page ? page : document.RootElement;
            var mails = root.ValueKind switch
            {
                JsonValueKind.Array => root.EnumerateArray().Take(Most).Where(m => m.ValueKind == JsonValueKind.Object).Select(Mail)
                    .ToList(),
                JsonValueKind.Object => [Mail(root)],
                _ => [],
            };
            return mails.Count == 0 ? null : mails;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReceivedMail Mail(JsonElement json)
    {
        var headers = Headers(json);
        var (content, isHtml) = Body(json);
        var subject = JsonText.Text(json, "subject");
        var from = Address(JsonText.Get(json, "from", "sender")) ?? "";
        if (subject is not null && !headers.Any(h => h.Name.Equals("Subject", StringComparison.OrdinalIgnoreCase)))
            headers.Add(new("Subject", subject));
        if (!headers.Any(h => h.Name.Equals("From", StringComparison.OrdinalIgnoreCase)))
            headers.Add(new("From", from));
        var all = new MimeHeaders(headers);
        var to = string.Join(", ", Recipients
            .Select(name => JsonText.Get(json, name)).OfType<JsonElement>().SelectMany(Addresses).Append(all["Delivered-To"] ?? ""));
        var type = ContentType.Parse(all["Content-Type"]);
        var files = Files(json);
        var mail = new MimeMail(
            all, isHtml ? null : content, isHtml ? content : null, type.Media, type.Parameter("report-type"), null, null, null,
            [.. files.Select(f => f.About)], Cut: false);
        foreach (var file in files)
            mail = file.OpenedIn(mail);
        return new(MessageId.Bare(JsonText.Text(json, "internetMessageId", "id")) ?? MessageId.Of(all), from, to, mail);
    }

    private static List<MimeHeader> Headers(JsonElement json) =>
        JsonText.Get(json, "internetMessageHeaders") is { ValueKind: JsonValueKind.Array } fields
            ? [.. fields.EnumerateArray().Select(f => (Name: JsonText.Text(f, "name"), Value: JsonText.Text(f, "value")))
                .Where(f => f.Name is { Length: > 0 }).Select(f => new MimeHeader(f.Name!, f.Value ?? ""))]
            : [];

    private static (string? Content, bool IsHtml) Body(JsonElement json)
    {
        var body = JsonText.Get(json, "body", "bodyPreview");
        if (body is not { } held)
            return (null, false);
        if (JsonText.Of(held) is { } flat)
            return (flat, JsonText.Get(json, "isHtml") is { ValueKind: JsonValueKind.True } || LooksLikeHtml(flat));
        return (JsonText.Text(held, "content"),
            string.Equals(JsonText.Text(held, "contentType"), "html", StringComparison.OrdinalIgnoreCase));
    }

    private static bool LooksLikeHtml(string text) =>
        text.AsSpan().TrimStart().StartsWith("<html", StringComparison.OrdinalIgnoreCase)
        || text.AsSpan().TrimStart().StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);

    private static string? Address(JsonElement? json) => json is { } value ? Addresses(value).FirstOrDefault() : null;

    private static IEnumerable<string> Addresses(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => JsonText.Of(json) is { } text
            ? text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Addresses),
        JsonValueKind.Object => JsonText.Get(json, "emailAddress") is { } nested
            ? Addresses(nested)
            : JsonText.Text(json, "address") is { } address ? [address] : [],
        _ => [],
    };

    private static List<ReceivedFile> Files(JsonElement json) =>
        JsonText.Get(json, "attachments") is { ValueKind: JsonValueKind.Array } files
            ? [.. files.EnumerateArray().Where(f => f.ValueKind == JsonValueKind.Object).Select(File)]
            : [];

    private static ReceivedFile File(JsonElement file)
    {
        var content = JsonText.Text(file, "contentBytes") ?? "";
        var bytes = new byte[content.Length];
        var known = Convert.TryFromBase64String(content, bytes, out var size);
        return ReceivedFile.Of(
            JsonText.Text(file, "name"), JsonText.Text(file, "contentType")
                ?? "application/octet-stream", known ? bytes[..size] : Encoding.UTF8.GetBytes(content));
    }
}
