import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Contrib, Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import { findPackage, readPackage, type Package } from "./packages.ts";

/** The name of the file in the built app. */
export const MATERIALS_FILE = "materials.cdx.json";

const root = join(import.meta.dirname, "..");

/**
 * @param folders of the packages of which something is in the app
 * @returns the bill of materials as CycloneDX JSON. It has no time and no number of its own: the same packages give the
 * same text
 * @see ECMA-424, CycloneDX Bill of Materials
 */
export function materialsText(folders: readonly string[]): string {
  const app = readPackage(root);
  const itself = new Models.Component(Enums.ComponentType.Application, app.name, {
    bomRef: addressOf(app),
    version: app.version,
  });
  const components = new Map(folders.map((folder) => [folder, toComponent(folder)]));
  for (const [folder, component] of [...components, [root, itself] as const]) {
    for (const name of Object.keys(readPackage(folder).dependencies ?? {})) {
      const used = components.get(findPackage(name, folder));
      if (used) component.dependencies.add(used.bomRef);
    }
  }
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ component: itself }),
    components: new Models.ComponentRepository(components.values()),
  });
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 1 })}\n`;
}

const { packages: locked } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
};

const builder = new Contrib.FromNodePackageJson.Builders.ComponentBuilder(
  new Contrib.FromNodePackageJson.Factories.ExternalReferenceFactory(),
  // Whether each is an expression of SPDX a test asks.
  new Contrib.License.Factories.LicenseFactory(() => {}),
);

function toComponent(folder: string): Models.Component {
  const about = readPackage(folder);
  const component = builder.makeComponent({ ...about });
  if (!component) throw new Error(`The package in ${folder} has no name that one can have.`);
  component.purl = addressOf(about);
  component.bomRef.value = component.purl;
  // Of what the registry holds, so that it can be compared with what was installed.
  const integrity = locked[relative(root, folder).replaceAll("\\", "/")]?.integrity;
  if (integrity !== undefined)
    component.hashes.set(...Contrib.FromNodePackageJson.Utils.parsePackageIntegrity(integrity));
  return component;
}

/** @see ECMA-427, Package URL */
function addressOf({ name, version }: Package): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}
