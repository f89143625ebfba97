namespace CtVoice.Language.Mime;

/// <summary>How a program packed a mail into a file of another mail.</summary>
internal enum Wrapping
{
    /// <summary>An ordinary file.</summary>
    None,

    /// <summary>Signed, or encrypted: only its beginning says which (S/MIME, RFC 8551 section 3.2).</summary>
    Smime,

    /// <summary>Outlook's own form, "winmail.dat" (MS-OXTNEF).</summary>
    Outlook,

    /// <summary>Encrypted (OpenPGP, RFC 3156 section 4).</summary>
    Encrypted,

    /// <summary>Encrypted, beside a notice that tells how to open it ("message.rpmsg", MS-OXORMMS).</summary>
    Protected,
}

/// <summary>Tells files that hold the mail itself from files that came with it.</summary>
internal static class Wrapped
{
    /// <summary>What a file is by its type and, where programs on the way have changed that, its name.</summary>
    internal static Wrapping Of(string? name, string media)
    {
        var file = name?.Trim().ToLowerInvariant() ?? "";
        return media.ToLowerInvariant() switch
        {
            "application/pkcs7-mime" or "application/x-pkcs7-mime" => Wrapping.Smime,
            "application/ms-tnef" or "application/vnd.ms-tnef" => Wrapping.Outlook,
            "application/pgp-encrypted" => Wrapping.Encrypted,
            "application/x-microsoft-rpmsg-message" => Wrapping.Protected,
            _ when file == "smime.p7m" => Wrapping.Smime,
            _ when file == "winmail.dat" => Wrapping.Outlook,
            _ when file.EndsWith(".rpmsg", StringComparison.Ordinal) => Wrapping.Protected,
            _ => Wrapping.None,
        };
    }
}
