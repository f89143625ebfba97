using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CtVoice.Language;

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
        if (LabelledBirthDate().Matches(plain).Any(m => !IsRange(plain, m.Index + m.Length)))
            found.Add("a date of birth");
        if (LabelledIdentifier().IsMatch(plain))
            found.Add("the number of a single person or case");
        if (PeopleRows.Holds(plain, today))
            found.Add("what looks like rows about single people");
        if (HoldsLongIdList(plain))
            found.Add("a long list of identifiers");
        if (Distinct(Email(), plain) >= ContactList)
            found.Add("a list of email addresses");
        if (Distinct(Phone(), plain) >= ContactList)
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

    private static bool HoldsSocialSecurityNumber(string text, bool isReference)
    {
        if (MaskedSsn().IsMatch(text))
            return true;
        if (GroupedSsn().Matches(text).Any(IsIssued))
            return true;
        return !isReference && BareSsn().Matches(text).Any(IsIssued);
    }

    /// <summary>Areas 000 and 666, groups 00 and serials 0000 are never issued; 900 and above are taxpayer numbers (ITIN),
    /// which count too.</summary>
    private static bool IsIssued(Match match)
    {
        var area = Number(match.Groups["area"]);
        var group = Number(match.Groups["group"]);
        if (Number(match.Groups["serial"]) == 0)
            return false;
        return area < 900
            ? area is not (0 or 666) && group != 0
            : group is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or (>= 94 and <= 99);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsRange(string text, int at) => RangeGoesOn().IsMatch(text[at..Math.Min(text.Length, at + 12)]);

    private static bool HoldsLongIdList(string text)
    {
        foreach (Match list in IdentifierList().Matches(text))
        {
            var ids = list.Groups["id"].Captures.Select(c => c.Value).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
            var needed = ids.All(id => id.Count(char.IsAsciiDigit) >= 7 || id.Contains('-', StringComparison.Ordinal))
                ? IdList
                : ShortIdList;
            var before = text[Math.Max(0, list.Index - 80)..list.Index];
            if (ids.Length >= needed && !CodesOfThings().IsMatch(before))
                return true;
        }
        return false;
    }

    private static int Distinct(Regex pattern, string text) =>
        pattern.Matches(text).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    [GeneratedRegex(@"(?<![\w-])(?<area>\d{3})(?:[-/_]\s?|[. ])(?<group>\d{2})(?:[-/_]\s?|[. ])(?<serial>\d{4})(?![\w-])")]
    private static partial Regex GroupedSsn();

    [GeneratedRegex(@"(?<![\w.,$-])(?<area>\d{3})(?<group>\d{2})(?<serial>\d{4})(?![\w-])(?!,\d)(?!\.\d)")]
    private static partial Regex BareSsn();

    [GeneratedRegex(@"(?<!\w)[xX*#]{3}[- ]?[xX*#]{2}[- ]?\d{4}(?!\w)")]
    private static partial Regex MaskedSsn();

    [GeneratedRegex(
        @"\b(d\.?o\.?b\.?|date of birth|birth ?date|born(?: on)?|fecha de nacimiento|nacid[oa] el)\W{0,3}(is\s|was\s|es\s)?\W{0,3}"
            + DatePattern, RegexOptions.IgnoreCase)]
    private static partial Regex LabelledBirthDate();

    [GeneratedRegex(@"^\s*(to|through|until|and|or|a|hasta|-)\s", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex RangeGoesOn();

    [GeneratedRegex(@"\b(case|client|member|medicaid|ebt|sasid|inmate|edg|recipient|patient|mrn)\s*(no\.?|number|id|card)?\s*(\bis\b"
        + @"|[:#=])\s*#?\s*[A-Z]{0,3}\d{6,}\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LabelledIdentifier();

    [GeneratedRegex(@"(?<![\w.])(?<id>[A-Za-z]{0,3}\d{6,16}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?:[\s,;"
        + @"|]{1,9}(?:and\s{1,9})?(?<id>[A-Za-z]{0,3}\d{6,16}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?![\w.-])){1,200}")]
    private static partial Regex IdentifierList();

    // Codes of industries, drugs, diagnoses, places and courses are many digits long and about nobody.
    [GeneratedRegex(@"\b(NAICS|NDC|ICD|CPT|HCPCS|SOC|FIPS|GEOID|tract|block group|CIP|SCED|ZIP|LOINC|SNOMED|RxNorm)s?\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex CodesOfThings();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w-])(\+?1[-. ]?)?(\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w-])")]
    private static partial Regex Phone();

    /// <summary>A full date with its year, in the ways people write it.</summary>
    internal const string DateShape =
        @"(?<date>\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
            + @"|dec)[a-z]{0,9}\.? \d{1,2},? \d{4}|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,9}\.? \d{4})";

    private const string DatePattern = DateShape + @"(?!\d)";
}
