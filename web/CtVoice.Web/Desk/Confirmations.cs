using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Desk;

/// <summary>
/// What the page says after something was done. The address carries only which form it was; the sentence is ours, so no link
/// can put words on a page.
/// </summary>
internal static class Confirmations
{
    /// <summary>Name of the value in the address.</summary>
    internal const string Field = "done";

    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        ["matterDone"] = "Saved. What was done stands in the record; nobody answered means that it stays open.",
        ["deskExtend"] = "Residents have more time. Everybody who was asked is told the new date.",
        ["deskCancel"] = "The review has ended. Everybody who was being asked is told.",
    };

    /// <summary>The sentence for what was just done; null when nothing was.</summary>
    internal static string? Of(HttpContext context) =>
        context.QueryText(Field) is { } what ? Sentences.GetValueOrDefault(what, "Saved.") : null;
}
