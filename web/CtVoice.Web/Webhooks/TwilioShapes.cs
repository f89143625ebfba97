using System.Text.RegularExpressions;

namespace CtVoice.Web.Webhooks;

/// <summary>
/// What the fields of a text look like when Twilio sends them. A signature covers names and values run together, so that the
/// same letters, parted elsewhere, are signed as well: "NumMedia" and its 0 would pass as the end of the field before. Fields
/// of another shape, or twice the same, are no proof of anything.
/// </summary>
internal static partial class TwilioShapes
{
    // What we read; each comes once.
    private static readonly string[] Read =
        ["MessageSid", "SmsMessageSid", "SmsSid", "From", "To", "Body", "NumMedia", "OptOutType", "MessageStatus", "SmsStatus",
            "ErrorCode"];

    /// <summary>Whether a text is one that Twilio may have sent.</summary>
    internal static bool IsText(TwilioRequest posted) =>
        EachOnce(posted) && posted.MessageSid is { } sid && IsSid(sid) && Number().IsMatch(posted["From"] ?? "")
        && Fits(posted["NumMedia"], Count()) && Fits(posted["OptOutType"], Word());

    /// <summary>Whether a status is one that Twilio may have sent; it changes nothing but a message whose id is known here.</summary>
    internal static bool IsStatus(TwilioRequest posted) =>
        EachOnce(posted) && Fits(posted["MessageStatus"] ?? posted["SmsStatus"], Word()) && Fits(posted["ErrorCode"], Code());

    /// <summary>Whether this is an id of a text.</summary>
    internal static bool IsSid(string id) => Sid().IsMatch(id);

    private static bool EachOnce(TwilioRequest posted) => Read.All(name => posted.Times(name) <= 1);

    private static bool Fits(string? value, Regex shape) => value is null || shape.IsMatch(value);

    // "Message resource", Twilio documentation: ^(SM|MM)[0-9a-fA-F]{32}$.
    [GeneratedRegex(@"\A(SM|MM)[0-9a-fA-F]{32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sid();

    // E.164, or a short code.
    [GeneratedRegex(@"\A(\+[1-9][0-9]{6,14}|[0-9]{3,8})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[0-9]{1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex(@"\A[0-9]{1,8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"\A[A-Za-z]{1,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
