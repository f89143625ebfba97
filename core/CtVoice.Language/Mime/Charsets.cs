using System.Text;

namespace CtVoice.Language.Mime;

/// <summary>Character sets as mails name them, rightly or not.</summary>
public static class Charsets
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text of bytes: UTF-8 where nothing better is known and it is valid, else Windows-1252, never an error.</summary>
    public static string Decode(string? name, byte[] bytes)
    {
        var declared = name?.Trim().Trim('"', '\'').ToLowerInvariant();
        if (declared is null or "" or "us-ascii" or "ascii" or "utf-8" or "utf8" or "unknown-8bit" or "x-unknown" or "8bit" or "binary"
            or "default_charset" or "iso-8859-1" or "latin1" or "unicode-1-1-utf-8" or "utf-7")
            return Guess(bytes, declared);
        if (Named(declared) is not { } encoding)
            return Guess(bytes, declared);
        var text = encoding.GetString(bytes);
        // A byte order mark that came out the wrong way round says that all of it did (RFC 2781 section 3.2).
        if (text.StartsWith('\uFFFE') && encoding is UnicodeEncoding)
            text = (encoding.CodePage == Encoding.Unicode.CodePage ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes);
        return text.TrimStart('\uFEFF');
    }

    /// <summary>Header text that came as raw eight-bit bytes.</summary>
    internal static string Undeclared(string latin1)
    {
        foreach (var c in latin1)
        {
            if (c > 127)
                return Guess(Encoding.Latin1.GetBytes(latin1), null);
        }

        return latin1;
    }

    private static string Guess(byte[] bytes, string? declared)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text;
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8. A UTF-8 text with one broken byte is still mostly that; anything else is Windows-1252.
            return declared is "utf-8" or "utf8" && MostlyUtf8(bytes) is { } text ? text : Windows1252.GetString(bytes);
        }
    }

    /// <summary>The text when more of what is not ASCII is UTF-8 than not; replacing the rest would lose words.</summary>
    private static string? MostlyUtf8(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var broken = text.Count(c => c == '\uFFFD');
        return text.Count(c => c > 127) - broken > broken ? text : null;
    }

    private static Encoding? Named(string name)
    {
        var known = name switch
        {
            "gb2312" or "gbk" or "gb_2312-80" or "x-gbk" => "gb18030",
            "ks_c_5601-1987" or "ks_c_5601" or "cp949" or "uhc" => "ks_c_5601-1987",
            "iso-8859-8-i" => "iso-8859-8",
            "cp1250" or "cp1251" or "cp1252" or "cp1253" or "cp1254" or "cp1255" or "cp1256" or "cp1257" => "windows-" + name[2..],
            "win-1251" or "win1251" => "windows-1251",
            "shift-jis" or "sjis" or "ms_kanji" or "cp932" => "shift_jis",
            "koi8u" => "koi8-u",
            "ansi_x3.4-1968" => "us-ascii",
            "big5-hkscs" => "big5",
            _ => name,
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(known)
                ?? (known.Contains("utf-7", StringComparison.Ordinal) ? null : Encoding.GetEncoding(known));
        }
        catch (ArgumentException)
        {
            return null; // A name nobody knows: guess.
        }
    }
}
