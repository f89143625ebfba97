using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CtVoice.Language;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Projects.Intake;

/// <summary>
/// Recognises values that belong to single people in a free text: social security numbers, rows of people, long lists of
/// identifiers, phone numbers or addresses. Names of data elements ("SSN", "date of birth") are never values. What was
/// found is described, never repeated.
/// </summary>
public static partial class PersonLevelValues
{
    private const int IdList = 5;
    private const int ShortIdList = 10;
    private const int ContactList = 3;

    /// <summary>What a text holds that it must not, one plain phrase for each kind; empty when nothing.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="today">A full date after today is no date of birth.</param>
    /// <param name="isReference">True for a field that holds numbers of documents:
    /// nine digits alone are then no social security number.</param>
    public static IReadOnlyList<string> Find(string text, DateOnly today, bool isReference = false)
    {
        var plain = Plain(text);
        var found = new List<string>();
        if (HoldsSocialSecurityNumber(plain, isReference))
            found.Add("what looks like a social security number");
        if (Shapes(plain, NumberShape.Card).Any(IsCard))
            found.Add("what looks like the number of a card");
        if (LabelledBirthDate().Matches(plain).Select(m => m.Groups["date"]).Any(date => !IsRange(plain, date.Index + date.Length)))
            found.Add("a date of birth");
        if (LabelledIdentifier().IsMatch(plain))
            found.Add("the number of a single person or case");
        if (PeopleRows.Holds(plain, today))
            found.Add("what looks like rows about single people");
        if (HoldsLongIdList(plain))
            found.Add("a long list of identifiers");
        if (Distinct(Email().Matches(plain).Select(m => m.Value)) >= ContactList)
            found.Add("a list of email addresses");
        if (Distinct(Phones(plain)) >= ContactList)
            found.Add("a list of phone numbers");
        return found;
    }

    // Full-width digits, typographic dashes and invisible characters must not hide a number.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in WellFormed.Of(text).Normalize(NormalizationForm.FormKC))
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(c))
            {
                case UnicodeCategory.DashPunctuation:
                    plain.Append('-');
                    break;
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    plain.Append((char)('0' + (int)char.GetNumericValue(c)));
                    break;
                default:
                    plain.Append(c == '\u2212' ? '-' : c);
                    break;
            }
        }
        return plain.ToString();
    }

    private static bool HoldsSocialSecurityNumber(string text, bool isReference) =>
        MaskedSsn().IsMatch(text)
        || Shapes(text, NumberShape.SocialSecurity).Any(IsIssued)
        || (!isReference && NineDigits().Matches(text).Any(m => StandsAlone(text, m.Index, m.Length, "-.,$") && IsIssued(m.Value)));

    /// <summary>Whether the last digit of a number is the one that the others make it (Luhn, ISO/IEC 7812):
    /// four counts are no card.</summary>
    private static bool IsCard(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
        }
        return sum % 10 == 0;
    }

    /// <summary>The digits of every number of a shape that is no part of a longer word.</summary>
    private static IEnumerable<string> Shapes(string text, NumberShape shape) =>
        NumberShapes.In(text).Where(found => found.Shape == shape && StandsAlone(text, found.Start, found.End - found.Start, "-"))
            .Select(found => string.Concat(text[found.Start..found.End].Where(char.IsAsciiDigit)));

    /// <summary>Whether no letter, digit or one of some marks joins what stands there to what is before it,
    /// and nothing makes a longer number of it.</summary>
    private static bool StandsAlone(string text, int start, int length, string marks)
    {
        var end = start + length;
        var before = start > 0 ? text[start - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        return !IsWord(before) && !marks.Contains(before, StringComparison.Ordinal) && !IsWord(after) && after != '-'
            && !(after is '.' or ',' && marks.Contains(after, StringComparison.Ordinal) && end + 1 < text.Length
                && char.IsAsciiDigit(text[end + 1]));
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    /// <summary>Areas 000 and 666, groups 00 and serials 0000 are never issued; 900 and above are taxpayer numbers (ITIN),
    /// which count too.</summary>
    private static bool IsIssued(string digits)
    {
        var area = Number(digits[..3]);
        var group = Number(digits[3..5]);
        if (Number(digits[5..]) == 0)
            return false;
        return area < 900
            ? area is not (0 or 666) && group != 0
            : group is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or (>= 94 and <= 99);
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsRange(string text, int at) => RangeGoesOn().IsMatch(text[at..Math.Min(text.Length, at + 12)]);

    private static bool HoldsLongIdList(string text)
    {
        foreach (var (start, list) in IdentifierLists(text))
        {
            var ids = list.Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
            var needed = ids.All(id => id.Count(char.IsAsciiDigit) >= 7 || id.Contains('-', StringComparison.Ordinal))
                ? IdList
                : ShortIdList;
            if (ids.Length >= needed && !CodesOfThings().IsMatch(text[Math.Max(0, start - 80)..start]))
                return true;
        }
        return false;
    }

    /// <summary>Identifiers with nothing but commas, bars, spaces and an "and" between them, and where each list begins.</summary>
    private static IEnumerable<(int Start, List<string> Ids)> IdentifierLists(string text)
    {
        var (start, end, ids) = (0, -1, new List<string>());
        foreach (Match id in Identifier().Matches(text))
        {
            var alone = StandsAlone(text, id.Index, id.Length, ".");
            var goesOn = alone && ids.Count > 0 && id.Index - end < WidestBetween
                && Between().IsMatch(text.AsSpan(end, id.Index - end));
            if (!goesOn)
            {
                if (ids.Count > 1)
                    yield return (start, ids);
                (start, ids) = (id.Index, []);
            }
            if (!alone)
                continue;
            ids.Add(id.Value);
            end = id.Index + id.Length;
        }
        if (ids.Count > 1)
            yield return (start, ids);
    }

    /// <summary>Nine marks, "and", nine more.</summary>
    private const int WidestBetween = 22;

    /// <summary>Telephone numbers that are no part of a longer number.</summary>
    private static IEnumerable<string> Phones(string text)
    {
        for (var at = 0; Phone().Match(text, at) is { Success: true } phone;)
        {
            var alone = StandsAlone(text, phone.Index, phone.Length, "-");
            if (alone)
                yield return phone.Value;
            at = alone ? phone.Index + phone.Length : phone.Index + 1;
        }
    }

    private static int Distinct(IEnumerable<string> values) => values.Distinct(StringComparer.OrdinalIgnoreCase).Count();

    [GeneratedRegex(@"\b\d{9}\b", RegexOptions.NonBacktracking)]
    private static partial Regex NineDigits();

    [GeneratedRegex(@"(^|\W)[xX*#]{3}[- ]?[xX*#]{2}[- ]?\d{4}(\W|$)", RegexOptions.NonBacktracking)]
    private static partial Regex MaskedSsn();

    [GeneratedRegex(
        @"\b(d\.?o\.?b\.?|date of birth|birth ?date|born(?: on)?|fecha de nacimiento|nacid[oa] el)\W{0,3}(is\s|was\s|es\s)?\W{0,3}"
            + DateShape + @"(\D|$)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LabelledBirthDate();

    [GeneratedRegex(@"^\s*(to|through|until|and|or|a|hasta|-)\s", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex RangeGoesOn();

    [GeneratedRegex(@"\b(case|client|member|medicaid|ebt|sasid|inmate|edg|recipient|patient|mrn)\s*(no\.?|number|id|card)?\s*(\bis\b"
        + @"|[:#=])\s*#?\s*[A-Z]{0,3}\d{6,}\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LabelledIdentifier();

    [GeneratedRegex(@"\b([A-Za-z]{0,3}\d{6,16}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[\s,;|]{1,9}(and\s{1,9})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Between();

    // Codes of industries, drugs, diagnoses, places and courses are many digits long and about nobody.
    [GeneratedRegex(@"\b(NAICS|NDC|ICD|CPT|HCPCS|SOC|FIPS|GEOID|tract|block group|CIP|SCED|ZIP|LOINC|SNOMED|RxNorm)s?\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex CodesOfThings();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex(@"(\+?1[-. ]?)?(\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}", RegexOptions.NonBacktracking)]
    private static partial Regex Phone();

    /// <summary>A full date with its year, in the ways people write it.</summary>
    internal const string DateShape =
        @"(?<date>\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
            + @"|dec)[a-z]{0,9}\.? \d{1,2},? \d{4}|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,9}\.? \d{4})";
}
