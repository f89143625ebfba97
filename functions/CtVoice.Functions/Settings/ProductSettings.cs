using System.ComponentModel.DataAnnotations;
using CtVoice.Core;
using CtVoice.Core.Accountability.Activities;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Reviews;
using CtVoice.Web;

namespace CtVoice.Functions.Settings;

/// <summary>What an installation decides about the product.</summary>
internal sealed class ProductSettings : IValidatableObject
{
    public const string Section = "Product";

    private const int IndexKeyBytes = 32;

    /// <summary>Key of the indexes of phones and addresses: at least 32 random bytes in base64.</summary>
    [Required]
    public string IndexKey { get; init; } = "";

    /// <summary>Domain of the addresses that emailed replies go to.</summary>
    [Required]
    public string ReplyDomain { get; init; } = "";

    /// <summary>Whom residents call: a person's name.</summary>
    [Required]
    public string HelpName { get; init; } = "";

    /// <summary>Whom residents call: the number, as it is written in a message.</summary>
    [Required, Phone]
    public string HelpPhone { get; init; } = "";

    /// <summary>Who at OPM is told when an agency does not answer.</summary>
    [Required, EmailAddress]
    public string EscalationAddress { get; init; } = "";

    /// <summary>Work address of the Executive Board's chair, who is told when OPM itself does not answer.</summary>
    [Required, EmailAddress]
    public string ExecutiveBoardChairAddress { get; init; } = "";

    /// <summary>SHA-256, in lower-case hexadecimal, of a first coordinator key; it works until a real key is made.</summary>
    [RegularExpression("^[0-9a-f]{64}$")]
    public string? FirstKeyHash { get; init; }

    /// <summary>Proxies in front of the host that append to <c>X-Forwarded-For</c>.</summary>
    [Range(0, 5)]
    public int TrustedProxies { get; init; }

    /// <summary>Whether the provider of texts answers its own keywords by its default handling or by Advanced Opt-Out.</summary>
    public KeywordHandling Keywords { get; init; } = KeywordHandling.Default;

    /// <summary>Whether messages leave, or stay on simulated phones.</summary>
    public SenderKind Senders { get; init; } = SenderKind.Providers;

    public CtVoiceOptions Options() => new(
        Convert.FromBase64String(IndexKey), ReplyDomain, new HelpContact(HelpName, HelpPhone),
        new EscalationContact(EscalationAddress, ExecutiveBoardChairAddress), ReviewPolicy.Default)
    {
        Keywords = Senders == SenderKind.Simulated ? KeywordHandling.Ours : Keywords,
    };

    public GateOptions Gate() => new() { FirstKeyHash = FirstKeyHash, TrustedProxies = TrustedProxies };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var key = new byte[IndexKey.Length];
        if (!Convert.TryFromBase64String(IndexKey, key, out var bytes) || bytes < IndexKeyBytes)
            yield return new($"The index key is at least {IndexKeyBytes} bytes in base64.", [nameof(IndexKey)]);
    }
}

/// <summary>Where messages go.</summary>
internal enum SenderKind
{
    /// <summary>To residents, through the providers.</summary>
    Providers,

    /// <summary>To simulated phones and inboxes.</summary>
    Simulated,
}
