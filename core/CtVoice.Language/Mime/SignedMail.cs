using System.Formats.Asn1;

namespace CtVoice.Language.Mime;

/// <summary>
/// Opens a mail that was signed as a whole (S/MIME signed-data, RFC 8551 section 3.5.2; CMS, RFC 5652 sections 3 and 5). Anybody can read
/// it; whose signature it is proves nothing here and is not looked at.
/// </summary>
internal static class SignedMail
{
    private const string SignedData = "1.2.840.113549.1.7.2";

    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>The mail inside, headers first; null when it is encrypted, when nothing is inside, or when it is broken. Linear.</summary>
    internal static byte[]? Content(byte[] file)
    {
        try
        {
            // Programs that sign while they send write lengths that are not known yet: BER, not DER.
            var all = new AsnReader(file, AsnEncodingRules.BER).ReadSequence();
            if (all.ReadObjectIdentifier() != SignedData)
                return null;
            var signed = all.ReadSequence(Explicit).ReadSequence();
            _ = signed.ReadEncodedValue(); // version
            _ = signed.ReadEncodedValue(); // digest algorithms
            var content = signed.ReadSequence();
            _ = content.ReadEncodedValue(); // its type: data, whatever a program calls it
            return content.HasData ? content.ReadSequence(Explicit).ReadOctetString() : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
