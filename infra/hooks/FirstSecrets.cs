// Run by azd around a deployment, from azure.yaml.
//   make    before the first one: makes the keys that nobody should have to think up, and the first coordinator key.
//   forget  after each: the vault has the secrets now, so the environment's file on this machine need not.
// A deployment that gives no secret leaves those of the vault alone; see modules/vault.bicep.
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

string[] made = ["CTVOICE_INDEX_KEY", "CTVOICE_SIGNING_KEY", "CTVOICE_EMAIL_WEBHOOK_SECRET", "CTVOICE_EVENT_WEBHOOK_SECRET"];
string[] given = ["CTVOICE_TWILIO_AUTH_TOKEN", "CTVOICE_PREVIOUS_SECRET"];
const string FirstKeyHash = "CTVOICE_FIRST_KEY_HASH";

switch (args)
{
    case ["make"] when Read("AZURE_KEY_VAULT_NAME").Length > 0:
        Console.WriteLine("The vault has its keys already.");
        return 0;
    case ["make"]:
        foreach (var missing in made.Where(name => Read(name).Length == 0))
        {
            var bytes = RandomNumberGenerator.GetBytes(32);
            // A key is read as base64; a secret may be a part of an address.
            Set(missing, missing.EndsWith("_KEY", StringComparison.Ordinal)
                ? Convert.ToBase64String(bytes)
                : Convert.ToHexStringLower(bytes));
        }
        if (Read(FirstKeyHash).Length == 0)
        {
            var first = "ctv_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
            Set(FirstKeyHash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(first))));
            Console.WriteLine($"First coordinator key, shown this once: {first}");
        }
        return 0;
    case ["forget"]:
        foreach (var known in made.Concat(given).Where(name => Read(name).Length > 0))
            Set(known, "");
        return 0;
    default:
        Console.Error.WriteLine("Say make or forget.");
        return 2;
}

// azd hands its environment's values to a hook as environment variables.
static string Read(string name) => Environment.GetEnvironmentVariable(name) ?? "";

static void Set(string name, string value)
{
    using var azd = Process.Start(new ProcessStartInfo("azd") { ArgumentList = { "env", "set", name, value } })!;
    azd.WaitForExit();
    if (azd.ExitCode != 0)
        throw new InvalidOperationException($"azd env set {name} ended with {azd.ExitCode}.");
}
