using System.Text;

namespace CtVoice.Language.Mime;

/// <summary>Joins the soft line breaks of format=flowed (RFC 3676): a line that ends in a space goes on in the next of the
/// same quote depth.</summary>
internal static class Flowed
{
    internal static string Join(string text, bool deleteSpace)
    {
        var joined = new StringBuilder(text.Length);
        var depthBefore = -1;
        var open = false;
        foreach (var raw in text.Split('\n'))
        {
            var depth = 0;
            while (depth < raw.Length && raw[depth] == '>')
                depth++;
            var line = raw.AsSpan(depth);
            if (line.Length > 0 && line[0] == ' ')
                line = line[1..]; // Space-stuffing (section 4.4).
            var signature = line.SequenceEqual("-- ");
            if (open && depth == depthBefore && !signature)
            {
                joined.Append(line);
            }
            else
            {
                if (depthBefore >= 0)
                    joined.Append('\n');
                joined.Append('>', depth);
                if (depth > 0 && line.Length > 0)
                    joined.Append(' ');
                joined.Append(line);
            }

            open = line.EndsWith(" ") && !signature;
            if (open && deleteSpace)
                joined.Length--;
            depthBefore = depth;
        }

        return joined.ToString();
    }
}
