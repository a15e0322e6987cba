import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Package {
  name: string;
  version: string;
  licence: string;
}

interface Manifest {
  name?: string;
  version?: string;
  license?: string | { type: string };
  licenses?: { type: string }[];
}

/** Every package installed below a node_modules folder, nested ones too; links to our own workspaces are left out. */
export function installedPackages(modules: string): Package[] {
  return readdirSync(modules, { withFileTypes: true }).flatMap((entry) => {
    const folder = path.join(modules, entry.name);
    if (!entry.isDirectory() || entry.name.startsWith('.')) return [];
    return entry.name.startsWith('@') ? installedPackages(folder) : [...readPackage(folder), ...nested(folder)];
  });
}

function nested(folder: string): Package[] {
  const modules = path.join(folder, 'node_modules');
  return existsSync(modules) ? installedPackages(modules) : [];
}

function readPackage(folder: string): Package[] {
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) return [];
  const { name, version, license, licenses } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  if (!name || !version) return [];
  const old = licenses?.map(({ type }) => type).join(' OR ');
  return [{ name, version, licence: (typeof license === 'object' ? license.type : license) ?? old ?? '' }];
}
