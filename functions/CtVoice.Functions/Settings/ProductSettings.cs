using System.ComponentModel.DataAnnotations;
using CtVoice.Core;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Alerting;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Reviews;
using CtVoice.Web;

namespace CtVoice.Functions.Settings;

/// <summary>What an installation decides about the product.</summary>
internal sealed class ProductSettings : IValidatableObject
{
    public const string Section = "Product";

    private const int KeyBytes = 32;

    /// <summary>Key of the indexes of phones and addresses: at least 32 random bytes in base64.</summary>
    [Required]
    public string IndexKey { get; init; } = "";

    /// <summary>Secret of the key that signs checkpoints: at least 32 random bytes in base64. Without it none is made.</summary>
    public string? SigningKey { get; init; }

    /// <summary>The secret before it, until the first checkpoint after the change.</summary>
    public string? EarlierSigningKey { get; init; }

    /// <summary>Where the app is reached from outside, and what providers have as its address: https,
    /// or http on this machine while senders are simulated.</summary>
    [Required]
    public Uri? PublicUrl { get; init; }

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

    /// <summary>Work address of the board's coordinator, who is told of danger at once.</summary>
    [Required, EmailAddress]
    public string CoordinatorAddress { get; init; } = "";

    /// <summary>Work address of the coordinator's deputy, who is told as well.</summary>
    [Required, EmailAddress]
    public string DeputyAddress { get; init; } = "";

    /// <summary>The number for who is not safe at home, as it is written in a message;
    /// with <see cref="HomeNotSafeSource"/>, or neither.</summary>
    [Phone]
    public string? HomeNotSafePhone { get; init; }

    /// <summary>Where that number is published, and who looked when.</summary>
    public string? HomeNotSafeSource { get; init; }

    /// <summary>SHA-256, in lower-case hexadecimal, of a first coordinator key; it works until a real key is made.</summary>
    [RegularExpression("^[0-9a-f]{64}$")]
    public string? FirstKeyHash { get; init; }

    /// <summary>
    /// Proxies in front of the worker that note in <c>X-Forwarded-For</c> whom they see: the caller's address is that many
    /// entries from the end.
    /// </summary>
    [Range(0, 5)]
    public int TrustedProxies { get; init; }

    /// <summary>Whether the platform in front of the app signs people in: only then is its word on who calls believed.</summary>
    public bool PlatformAuthentication { get; init; }

    /// <summary>What a member is paid for a question; with <see cref="HonorariumCurrency"/>, or neither.</summary>
    [Range(0.01, 10_000)]
    public decimal? HonorariumAmount { get; init; }

    /// <summary>ISO 4217 code, such as USD.</summary>
    [RegularExpression("^[A-Z]{3}$")]
    public string? HonorariumCurrency { get; init; }

    /// <summary>Days before the end of a member's term from which it stands among the things to do of the board's office.</summary>
    [Range(0, 730)]
    public int TermDaysAhead { get; init; } = TermOptions.Default;

    /// <summary>Whether the provider of texts answers its own keywords by its default handling or by Advanced Opt-Out.</summary>
    public KeywordHandling Keywords { get; init; } = KeywordHandling.Default;

    /// <summary>Whether messages leave, or stay on simulated phones.</summary>
    public SenderKind Senders { get; init; } = SenderKind.Providers;

    public CtVoiceOptions Options() => new(
        Convert.FromBase64String(IndexKey), ReplyDomain, new HelpContact(HelpName, HelpPhone),
        new EscalationContact(EscalationAddress, ExecutiveBoardChairAddress), ReviewPolicy.Default)
    {
        PublicUrl = PublicUrl,
        Keywords = Senders == SenderKind.Simulated ? KeywordHandling.Ours : Keywords,
        SigningKey = SigningKey is { } key ? Convert.FromBase64String(key) : null,
        EarlierSigningKey = EarlierSigningKey is { } earlier ? Convert.FromBase64String(earlier) : null,
        AlertContacts = new(CoordinatorAddress, DeputyAddress),
        HelpLines = HomeNotSafePhone is { Length: > 0 } number
            ? new(number, HomeNotSafeSource!)
            : Core.Conversations.Alerting.HelpLines.Default,
        Terms = new(TermDaysAhead),
        Honorarium = HonorariumAmount is { } amount ? new(amount, HonorariumCurrency!) : null,
    };

    public WebOptions Web() => new()
    {
        FirstKeyHash = FirstKeyHash,
        TrustedProxies = TrustedProxies,
        PlatformAuthentication = PlatformAuthentication,
        PublicUrl = PublicUrl,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        (string Name, string? Value)[] keys =
            [(nameof(IndexKey), IndexKey), (nameof(SigningKey), SigningKey), (nameof(EarlierSigningKey), EarlierSigningKey)];
        foreach (var (name, value) in keys.Where(k => k.Value is not null && !IsKey(k.Value)))
            yield return new($"A key is at least {KeyBytes} bytes in base64.", [name]);
        var trial = Senders == SenderKind.Simulated && PublicUrl is { IsAbsoluteUri: true, IsLoopback: true, Scheme: "http" };
        if (PublicUrl is not { IsAbsoluteUri: true, Scheme: "https" } && !trial)
            yield return new("The address begins with https://, or with http:// on this machine while senders are simulated.",
                [nameof(PublicUrl)]);
        if (EarlierSigningKey is not null && SigningKey is null)
            yield return new("An earlier signing key needs one that it vouches for.", [nameof(SigningKey)]);
        if (string.IsNullOrEmpty(HomeNotSafePhone) != string.IsNullOrEmpty(HomeNotSafeSource))
            yield return new("A number for who is not safe at home says where it is published.",
                [nameof(HomeNotSafePhone), nameof(HomeNotSafeSource)]);
        if (HonorariumAmount is null != string.IsNullOrEmpty(HonorariumCurrency))
            yield return new("An honorarium is an amount and a currency.", [nameof(HonorariumAmount), nameof(HonorariumCurrency)]);
    }

    private static bool IsKey(string text) =>
        Convert.TryFromBase64String(text, new byte[text.Length], out var bytes) && bytes >= KeyBytes;
}

/// <summary>Where messages go.</summary>
internal enum SenderKind
{
    /// <summary>To residents, through the providers; the host starts once everything is answered that must be before.</summary>
    Providers,

    /// <summary>Through the providers to staff alone; what is for anybody else waits.</summary>
    Practice,

    /// <summary>To simulated phones and inboxes.</summary>
    Simulated,
}
