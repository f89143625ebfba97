using System.ComponentModel.DataAnnotations;

namespace CtVoice.Functions.Sending;

/// <summary>The account that sends text messages.</summary>
internal sealed class TwilioSettings
{
    public const string Section = "Twilio";

    /// <summary>Account.</summary>
    [Required, RegularExpression("^AC[0-9a-f]{32}$")]
    public string AccountSid { get; init; } = "";

    /// <summary>Secret of the account; also the key of the signatures of its webhooks.</summary>
    [Required]
    public string AuthToken { get; init; } = "";

    /// <summary>Messaging Service that owns the senders and the keyword handling.</summary>
    [Required, RegularExpression("^MG[0-9a-f]{32}$")]
    public string MessagingServiceSid { get; init; } = "";

    /// <summary>Public https address that delivery statuses are posted to.</summary>
    [Required, RegularExpression("^https://.+", ErrorMessage = "The address begins with https://.")]
    public Uri? StatusCallback { get; init; }
}
