using System.Text.Json;
using CtVoice.Web.Desk;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web;

/// <summary>
/// Where somebody wanted to go when they were asked to sign in, and what they had typed. It travels in the sign-in form: nothing of
/// it is stored, and it acts only when they press its button again.
/// </summary>
/// <param name="Return">A path of ours with its query; null for the page where their role begins.</param>
/// <param name="Kept">The fields of a form, as JSON; null when no form was sent.</param>
public sealed record Coming(string? Return, string? Kept)
{
    internal const string ReturnField = "return";
    internal const string KeptField = "fields";

    // What must not be carried from one session into another.
    private static readonly string[] OfTheSession = [PageSessions.FormTokenField, DeskForm.Kept];

    /// <summary>From the start.</summary>
    internal static Coming FromNowhere { get; } = new(null, null);

    /// <summary>What the refused request asked for.</summary>
    internal static async Task<Coming> OfAsync(HttpContext context)
    {
        var request = context.Request;
        var here = Local(request.Path.ToUriComponent() + request.QueryString.ToUriComponent());
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return new(here, null);
        if (request.Path == "/sign-out")
            return FromNowhere;
        // Only what was typed here comes back: a form of another site is none of ours.
        return request.HasFormContentType && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin"
            ? new(here, Write(await request.ReadFormAsync(context.RequestAborted)))
            : FromNowhere;
    }

    /// <summary>What a sign-in form carried.</summary>
    internal static Coming Of(IFormCollection form) =>
        new(Local(form[ReturnField].ToString()), form[KeptField].ToString() is { Length: > 0 } kept ? kept : null);

    /// <summary>The fields as they were typed; none when they are not what was written.</summary>
    internal IReadOnlyList<(string Name, string Value)> Fields() => Read() is { } fields
        ? [.. fields.SelectMany(f => f.Value.Select(v => (f.Key, v)))]
        : [];

    // A path of this site alone: "//elsewhere" and "/\elsewhere" lead away in browsers.
    private static string? Local(string path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) && path.Length <= 2000 ? path : null;

    private static string Write(IFormCollection form) => JsonSerializer.Serialize(
        form.Where(f => !OfTheSession.Contains(f.Key))
            .ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray(), StringComparer.Ordinal));

    private Dictionary<string, string[]>? Read()
    {
        try
        {
            return Kept is null ? null : JsonSerializer.Deserialize<Dictionary<string, string[]>>(Kept);
        }
        catch (JsonException)
        {
            // Somebody changed it: then nothing was kept.
            return null;
        }
    }
}
