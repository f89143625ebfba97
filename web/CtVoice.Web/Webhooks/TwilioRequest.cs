using System.Text;
using System.Text.Json;
using CtVoice.Core.Conversations.Providers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CtVoice.Web.Webhooks;

/// <summary>What Twilio posted, once its signature was found right.</summary>
internal sealed class TwilioRequest
{
    private const int MostParameters = 400;

    private readonly IReadOnlyList<KeyValuePair<string, string>> parameters;

    private TwilioRequest(IReadOnlyList<KeyValuePair<string, string>> parameters, ReadOnlyMemory<byte> body) =>
        (this.parameters, Body) = (parameters, body);

    /// <summary>The body as it came.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>A parameter, or null when it is absent or empty.</summary>
    public string? this[string name] => parameters.FirstOrDefault(p => p.Key == name).Value is { Length: > 0 } value ? value : null;

    /// <summary>Twilio's name for the message it is about, by whichever of its three names; null when it has none.</summary>
    public string? MessageSid => this["MessageSid"] ?? this["SmsMessageSid"] ?? this["SmsSid"];

    /// <summary>How often a parameter came.</summary>
    public int Times(string name) => parameters.Count(p => p.Key == name);

    /// <summary>Reads and checks a request; null when its signature is missing or wrong.</summary>
    public static async Task<TwilioRequest?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Headers[TwilioSignature.Header] is not [{ Length: > 0 } signature])
            return null;
        var options = context.Need<WebhookOptions>();
        var body = await context.ReadBytesAsync();
        var (path, query) = (request.Path.ToUriComponent(), request.QueryString.Value ?? "");
        if (!request.HasFormContentType)
        {
            return TwilioSignature.IsOfBody(options.TwilioToken, options.PublicUrl, path, query, body.Span, signature)
                ? new(Flat(body), body)
                : null;
        }
        return Form(body) is { } form && TwilioSignature.IsOfForm(options.TwilioToken, options.PublicUrl, path, query, form, signature)
            ? new(form, body)
            : null;
    }

    private static List<KeyValuePair<string, string>>? Form(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(body.Span)) { ValueCountLimit = MostParameters };
            return [.. reader.ReadForm().SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))];
        }
        catch (InvalidDataException)
        {
            // Too much of it to have come from Twilio.
            return null;
        }
    }

    private static List<KeyValuePair<string, string>> Flat(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind != JsonValueKind.Object ? []
                : [.. document.RootElement.EnumerateObject().Take(MostParameters).Select(p => KeyValuePair.Create(
                    p.Name, p.Value.ValueKind == JsonValueKind.String ? p.Value.GetString()! : p.Value.GetRawText()))];
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            // Signed, so it is kept; but it names nothing that is known here.
            return [];
        }
    }
}
