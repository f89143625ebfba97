using CtVoice.Language;
using CtVoice.Language.Matching;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>Whether a message has words, or signs, that anybody can read. Pure.</summary>
internal static class Readable
{
    // What mail programs write where a picture or a file stood: "[image: IMG_2041.jpg]", "[cid:image001.png@01DB]", "<photo.jpeg>".
    private static readonly Expression Placeholder = new(
        @"^[\[<](?:image|imagen|cid|inline "
            + @"image|attachment|adjunto|video|audio)(?:[:\s#_-][^\[\]<>]{0,200})?[\]>]$|^[\[<][^\[\]<>/:@]{1,120}\.(?:jpe?g|png|gif"
            + @"|heic|heif|webp|bmp|tiff?|pdf|docx?|mov|mp4|3gp|m4a|amr|mp3|vcf|ics)[\]>]$");

    /// <summary>True when something is left of a text once the places of pictures and files are taken out.</summary>
    internal static bool Is(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (Visible.In(line) && !Placeholder.IsMatch(line.Trim().ToLowerInvariant()))
                return true;
        }
        return false;
    }
}
