using System.Buffers;
using System.Globalization;
using System.Text;

namespace CtVoice.Language.Sms;

/// <summary>
/// Reactions that phones send as text when the other side cannot show them: <c>Liked “…”</c>, <c>Reacted 😂 to “…”</c>,
/// <c>👍 to “…”</c>, <c>Le gustó “…”</c>, and their removal. The quote must be all that follows: words after it are a person's.
/// </summary>
internal static class Tapback
{
    private const string Opening = "“\"«„‟〝";

    private static readonly SearchValues<char> ClosingMarks = SearchValues.Create("”\"»“〞");

    /// <summary>What phones write before the quoted message, lower case, longest first.</summary>
    private static readonly string[] Verbs = new[]
    {
        "liked", "loved", "disliked", "laughed at", "emphasized", "emphasised", "questioned", "hearted", "thumbed up", "reacted to",
        "removed a reaction from", "removed their reaction from", "removed a sticker from", "reacted with a sticker to",
        "removed a like from", "removed a heart from", "removed a dislike from", "removed a laugh from", "removed an exclamation from",
        "removed an exclamation mark from", "removed a question mark from", "removed an emphasis from", "removed a question from",
        "removed a love from", "removed a thumbs up from", "removed a thumbs down from",
        "le gustó", "le gusto", "le encantó", "le encanto", "no le gustó", "no le gusto", "se rió de", "se rio de", "se rió con",
        "se rio con", "le dio risa", "enfatizó", "enfatizo", "destacó", "exclamó por", "exclamo por", "exclamó", "exclamo",
        "puso énfasis en", "puso enfasis en", "preguntó por", "pregunto por", "preguntó sobre", "pregunto sobre", "cuestionó", "cuestiono",
        "dudó de", "dudo de", "resaltó", "subrayó",
        "me gusta", "me gustó", "me encanta", "me encantó", "no me gusta", "no me gustó", "me da risa", "me dio risa", "le gusta",
        "le encanta", "no le gusta", "a mí me gusta", "indicó que le gusta", "indicó que le gustó", "indicó que le encanta",
        "indicó que le encantó", "indicó que no le gusta", "reaccionó a", "reacciono a", "marcó como me gusta", "dio me gusta a",
        "ha dado me gusta a", "le dio me gusta a", "le dio “me gusta” a", "le dio \"me gusta\" a", "le dio “me encanta” a",
        "le dio “no me gusta” a", "marcó “me gusta” en", "marcó \"me gusta\" en", "marcó me gusta en", "marcó “me encanta” en",
        "marcó “no me gusta” en", "marco “me gusta” en", "indicó “me gusta” en", "se rió en", "le puso un corazón a", "puso un corazón a",
        "le puso me gusta a", "agregó un me gusta a", "añadió un me gusta a", "añadió un “me gusta” a", "añadió un corazón a",
        "añadió un signo de exclamación a", "añadió un signo de interrogación a", "le dio me encanta a", "le dio no me gusta a",
        "se ha reído de", "le ha gustado", "le ha encantado", "no le ha gustado", "le ha dado risa", "le ha hecho gracia", "ha destacado",
        "ha marcado con una exclamación", "ha enfatizado", "ha preguntado por",
        "eliminó un me gusta de", "eliminó un “me gusta” de", "eliminó un \"me gusta\" de", "elimino un me gusta de",
        "eliminó un corazón de", "elimino un corazon de", "eliminó un no me gusta de", "eliminó un “no me gusta” de", "eliminó una risa de",
        "eliminó una exclamación de", "eliminó un signo de exclamación de", "eliminó un signo de interrogación de",
        "eliminó un signo de pregunta de", "eliminó una interrogación de", "eliminó una reacción de", "eliminó un me encanta de",
        "eliminó un “me encanta” de", "elimino una reaccion de", "elimino una risa de",
        "quitó un me gusta de", "quitó un “me gusta” de", "quitó un \"me gusta\" de", "quito un me gusta de", "quitó un corazón de",
        "quito un corazon de", "quitó un me encanta de", "quitó un no me gusta de", "quitó una risa de", "quito una risa de",
        "quitó una exclamación de", "quitó un signo de exclamación de", "quitó un signo de interrogación de", "quitó una reacción de",
        "quitó la reacción de", "quitó el me gusta de", "quitó el corazón de", "retiró un me gusta de", "retiró un corazón de",
        "retiró una reacción de", "borró un me gusta de",
    }.OrderByDescending(verb => verb.Length).ToArray();

    /// <summary>Around an emoji: what may stand before it and after it.</summary>
    private static readonly string[] Before =
        ["", "reacted", "reacted with", "reacted with a", "removed", "removed a", "removed an", "removed the", "reaccionó con",
            "reacciono con", "reaccionó con un", "reaccionó", "reacciono", "eliminó", "elimino", "eliminó un", "eliminó una", "eliminó el",
            "quitó", "quito", "quitó un", "quitó una", "quitó el", "retiró", "retiró un", "ha reaccionado con", "se reaccionó con",
            "se reacciono con", "reaccionaste con", "se eliminó", "se eliminó la reacción", "eliminó la reacción", "quitó la reacción",
            "ha eliminado", "ha quitado", "removed the reaction", "added", "added a", "agregó", "añadió"];

    private static readonly string[] After =
        ["to", "from", "removed from", "was removed from", "reaction from", "to your message", "a", "al mensaje", "al", "de", "en", "para",
            "eliminado de", "se quitó de", "quitado de", "se eliminó de", "in response to", "en respuesta a"];

    private static readonly string[] Things =
    [
        "an image", "a photo", "an attachment", "a movie", "a video", "a picture", "a link", "an audio message", "a message", "a location",
        "a contact", "a sticker", "your message", "your photo", "your image", "a voice message", "a file", "an animated image",
        "una imagen", "una foto", "un archivo adjunto", "un adjunto", "un video", "un vídeo", "un enlace", "un mensaje", "tu mensaje",
        "su mensaje", "una película", "un mensaje de audio", "un archivo", "una nota de voz", "un sticker", "un contacto", "una ubicación",
    ];

    internal readonly record struct Reaction(string Because, string? ReactsTo);

    /// <summary>The reaction that the whole text is, or null.</summary>
    internal static Reaction? In(string text)
    {
        var plain = Visible(text);
        if (plain.Length == 0)
            return null;
        var lower = plain.ToLowerInvariant();
        foreach (var verb in Verbs)
        {
            if (lower.StartsWith(verb, StringComparison.Ordinal)
                && Object(plain[verb.Length..], spoken: verb.StartsWith("me ", StringComparison.Ordinal)
                    || verb.StartsWith("no me", StringComparison.Ordinal)) is { } quoted)
                return new Reaction($"a phone's reaction: {verb}", quoted);
        }

        return Emoji(plain, lower) ?? Named(plain, lower);
    }

    /// <summary>"A Maria le gustó “…”".</summary>
    private static Reaction? Named(string plain, string lower)
    {
        if (!lower.StartsWith("a ", StringComparison.Ordinal))
            return null;
        foreach (var verb in (string[])[" le gustó", " le gusto", " le encantó", " le encanto", " le gusta", " le encanta", " le dio risa",
            " no le gustó"])
        {
            var at = lower.IndexOf(verb, StringComparison.Ordinal);
            if (at is > 0 and < 40 && Object(plain[(at + verb.Length)..], spoken: true) is { } quoted)
                return new Reaction($"a phone's reaction:{verb}", quoted);
        }

        return null;
    }

    /// <summary>"👍 to “…”", "Reacted 😂 to “…”", "Removed 👍 from “…”", and the message first: "Reacted to “…” with 👍".</summary>
    private static Reaction? Emoji(string plain, string lower)
    {
        var first = FirstEmoji(plain);
        if (first < 0)
            return null;
        var last = first;
        while (last < plain.Length && !char.IsLetterOrDigit(plain[last]) && !Opening.Contains(plain[last], StringComparison.Ordinal))
            last++;
        if (Before.Contains(lower[..first].Trim()))
        {
            var rest = lower[last..];
            foreach (var link in After.OrderByDescending(word => word.Length))
            {
                if (rest.StartsWith(link, StringComparison.Ordinal) && Object(plain[(last + link.Length)..], spoken: false) is { } quoted)
                    return new Reaction("a phone's reaction with an emoji", quoted);
            }
        }

        foreach (var (verb,
            with) in (ReadOnlySpan<(string, string)>)[("reacted to ", " with"), ("reaccionó a ", " con"), ("reacciono a ", " con")])
        {
            var body = lower[..first].TrimEnd();
            if (body.StartsWith(verb, StringComparison.Ordinal) && body.EndsWith(with, StringComparison.Ordinal) && last >= plain.Length
                && Object(plain[(verb.Length - 1)..(body.Length - with.Length)], spoken: false) is { } quoted)
                return new Reaction("a phone's reaction with an emoji", quoted);
        }

        return null;
    }

    /// <summary>The quoted message that ends the text, cut short or not; or "an image" and the like; else null.</summary>
    /// <param name="rest">What follows the verb.</param>
    /// <param name="spoken">Whether a person might say the verb ("me gusta"): then the quote must be closed.</param>
    private static string? Object(string rest, bool spoken)
    {
        var what = rest.TrimStart(' ', ':', '\u00A0', '\n');
        if (what.Length == 0 || (what.Length == rest.Length && !Opening.Contains(what[0], StringComparison.Ordinal)))
            return null;
        if (Things.Contains(what.TrimEnd('.', ' ').ToLowerInvariant()))
            return what;
        if (!Opening.Contains(what[0], StringComparison.Ordinal))
            return null;
        var end = what.TrimEnd().TrimEnd('.');
        var close = end.AsSpan().LastIndexOfAny(ClosingMarks);
        if (close == end.Length - 1 && close > 0)
            return end[1..^1];

        // A long quoted message arrives cut: no closing mark at all.
        return close <= 0 && !spoken ? end[1..] : null;
    }

    private static int FirstEmoji(string plain)
    {
        for (var i = 0; i < plain.Length && i < 40; i++)
        {
            if (char.IsSurrogate(plain[i]) || char.GetUnicodeCategory(plain[i]) == UnicodeCategory.OtherSymbol
                || plain[i] is '\u203C' or '\u2049')
                return i;
        }

        return -1;
    }

    /// <summary>Android wraps its marks in zero-width and hair spaces.</summary>
    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var c in WellFormed.Of(text).Normalize(NormalizationForm.FormC))
        {
            var category = char.GetUnicodeCategory(c);
            if (category == UnicodeCategory.Format)
                continue;
            if (category == UnicodeCategory.SpaceSeparator)
            {
                if (visible.Length > 0 && visible[^1] != ' ')
                    visible.Append(' ');
                continue;
            }

            visible.Append(c);
        }

        return visible.ToString().Trim();
    }
}
